package dev.dateline.content;

import dev.dateline.json.Json;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Bodies as nobody would write them: words, marks and punctuation in any order. The same seed gives the same body. As a
 * program it prints each block of that many bodies as HTML and Markdown, for other renderers ({@code src/bench/markdown}).
 */
final class RandomBodies {

    private static final List<String> WORDS = List.of(
            "слово",
            "дальше",
            "a",
            "B2",
            "ў",
            "100",
            "5",
            "1.",
            "2)",
            "-",
            "+",
            "#",
            "##",
            "*",
            "**",
            "_",
            "__",
            "~",
            "~~",
            "`",
            "``",
            "|",
            "---",
            "===",
            ":-",
            ">",
            "<b>",
            "&lt;",
            "&amp;",
            "&#42;",
            "\\",
            "\\*",
            "!",
            "![x](y)",
            "[x]",
            "[x]: y",
            "(y)",
            "«Слово.»",
            "„цитата“",
            "…",
            "—",
            "😀",
            "€",
            "№",
            "e\u0301",
            "\u00A0",
            "\u200B",
            "\u00AD",
            "https://example.org/a_b_c?x=1&y=2",
            "www.example.org",
            "user@example.org",
            "http://x.example/<img",
            "R&D",
            "C#",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "$x$",
            ":smile:",
            "@name",
            "1986. Great",
            "| a | b |",
            "a\tb",
            "  ",
            " ",
            "\n",
            "\n\n",
            "    code",
            "漢字",
            "́",
            "ǅ",
            "²");
    private static final List<String> MARKS =
            List.of("b", "strong", "em", "i", "cite", "s", "code", "u", "mark", "small", "sup", "sub", "q", "a");

    private final Random random;

    RandomBodies(long seed) {
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) {
        int bodies = Integer.parseInt(arguments[0]);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        for (long seed = 0; seed < bodies; seed++) {
            for (PublishedBlock block : new RandomBodies(seed).body().blocks()) {
                Body alone = new Body(List.of(block));
                out.println(Json.write(Map.of("html", alone.html(), "markdown", alone.markdown())));
            }
        }
        out.flush();
    }

    Body body() {
        List<PublishedBlock> blocks = new ArrayList<>();
        for (int i = random.nextInt(4) + 1; i > 0; i--) {
            blocks.add(block());
        }
        return new Body(blocks);
    }

    private PublishedBlock block() {
        return switch (random.nextInt(13)) {
            case 0 -> new HeadingBlock(2 + random.nextInt(3), inline());
            case 1 -> new QuoteBlock(inline(), random.nextBoolean() ? null : new Attribution(plain(), null, null));
            case 2 -> new ListBlock(true, items(), random.nextBoolean() ? null : random.nextInt(1000));
            case 3 -> new ListBlock(false, items(), null);
            case 4 -> new ImageBlock(Image.at(address(), plain(), plain()));
            case 5 -> new EmbedBlock(address(), null, plain(), null, random.nextBoolean() ? null : plain());
            case 6 -> new FactBoxBlock(plain(), items());
            case 7 -> new GalleryBlock(plain(), List.of(Image.at(address(), plain(), plain())));
            case 8 -> new VideoBlock(address(), null, plain(), null, null, plain(), null, null, List.of());
            case 9 -> new CodeBlock(plain(), null);
            default -> new ParagraphBlock(inline());
        };
    }

    private List<String> items() {
        return many(this::inline);
    }

    private <T> List<T> many(Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            all.add(one.get());
        }
        return all;
    }

    private String plain() {
        return "T" + String.join(random.nextBoolean() ? " " : "", many(this::word));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String address() {
        return "https://example.org/a_(b)_*c*?x=1&lt;=2&copy;=3";
    }

    /** With a letter somewhere, so that no block is blank. */
    private String inline() {
        String html = inline(0);
        return html + "я" + inline(1);
    }

    private String inline(int depth) {
        StringBuilder html = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            switch (random.nextInt(depth > 3 ? 3 : 6)) {
                case 0, 1 -> html.append(InlineHtml.escaped(word()));
                case 2 -> html.append(random.nextInt(4) == 0 ? "<br>" : random.nextBoolean() ? " " : "");
                default -> html.append(marked(MARKS.get(random.nextInt(MARKS.size())), depth));
            }
        }
        return html.toString();
    }

    private String marked(String mark, int depth) {
        String start = mark.equals("a") ? "<a href=\"" + InlineHtml.escaped(address()) + "\">" : "<" + mark + ">";
        String inside =
                mark.equals("sup") || mark.equals("sub") ? String.valueOf(random.nextInt(100)) : inline(depth + 1);
        return start + inside + "</" + mark + ">";
    }
}
