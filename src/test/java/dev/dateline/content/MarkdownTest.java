package dev.dateline.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Markdown says what HTML says, in every dialect. */
class MarkdownTest {

    private static final int BODIES = 10_000;
    private static final List<Extension> GITHUB =
            List.of(StrikethroughExtension.create(), TablesExtension.create(), AutolinkExtension.create());

    static String rendered(String markdown) {
        return HtmlRenderer.builder()
                .extensions(GITHUB)
                .build()
                .render(Parser.builder().extensions(GITHUB).build().parse(markdown));
    }

    @Test
    void whateverABodyHoldsItsMarkdownShowsTheSameTextAndMarks() {
        for (long seed = 0; seed < BODIES; seed++) {
            Body body = new RandomBodies(seed).body();
            String rendered = rendered(body.markdown());
            assertThat(SeenText.of(rendered))
                    .as("seed %d%n%s%n%s%n%s", seed, body.html(), body.markdown(), rendered)
                    .isEqualTo(SeenText.of(body.html()));
        }
    }

    @Test
    void markdownAndTextSayTheSame() {
        String html = """
                A <em>b</em> <strong>c_d</strong> <a href="https://e.org/?a=1&amp;b=2">e</a><br>f &lt; g""";
        assertThat(InlineMarkdown.of(html)).isEqualTo("A _b_ **c&#95;d** [e](<https://e.org/?a=1&b=2>)\\\nf &lt; g");
        assertThat(InlineText.of(html)).isEqualTo("A b c_d e\nf < g");
    }

    @Test
    void nothingInTheTextOpensABlock() {
        assertThat(InlineMarkdown.of("# no heading")).isEqualTo("\\# no heading");
        assertThat(InlineMarkdown.of("1. no list<br>- nor here")).isEqualTo("1\\. no list\\\n\\- nor here");
        assertThat(rendered(InlineMarkdown.of("~~~"))).isEqualTo("<p>~~~</p>\n");
        assertThat(InlineMarkdown.of("    four spaces")).isEqualTo("four spaces");
        assertThat(InlineMarkdown.of("one\n\ntwo")).isEqualTo("one two");
    }

    @Test
    void marksBesidePunctuationAreMarks() {
        assertThat(InlineMarkdown.of("<b>«Слово.»</b>дальше")).isEqualTo("**«Слово.»**&#1076;альше");
        assertThat(rendered(InlineMarkdown.of("<strong>Текст&nbsp;</strong>дальше")))
                .isEqualTo("<p><strong>Текст</strong>\u00A0дальше</p>\n");
        assertThat(InlineMarkdown.of("<b>а</b><b>б</b>")).isEqualTo("**аб**");
        assertThat(rendered(InlineMarkdown.of("<em>а</em><b>б</b>")))
                .isEqualTo("<p><em>а</em><strong>б</strong></p>\n");
    }

    @Test
    void figuresStayRaisedAndWordsStayQuoted() {
        String html = "10<sup>5</sup> H<sub>2</sub>O, <q>да</q>, 2<sup>abc</sup>";
        assertThat(InlineText.of(html)).isEqualTo("10⁵ H₂O, “да”, 2^(abc)");
        assertThat(rendered(InlineMarkdown.of(html))).isEqualTo("<p>10⁵ H₂O, “да”, 2^(abc)</p>\n");
    }

    @Test
    void listsThatFollowEachOtherAreTwo() {
        Body body = new Body(List.of(
                new ListBlock(true, List.of("a"), null),
                new ListBlock(true, List.of("b"), null),
                new ListBlock(true, List.of("c", "d"), 7)));
        assertThat(body.markdown()).isEqualTo("1. a\n\n1) b\n\n7. c\n8. d");
        assertThat(new Body(List.of(new HeadingBlock(2, "Песня ##"))).markdown())
                .isEqualTo("## Песня \\##");
    }

    @Test
    void manyBreaksTakeNoLongerThanTheirNumber() {
        for (String html : List.of("a%sb", "<s>a%sb</s>", "<a href=\"https://e.org\">a%sb</a>")) {
            String many = html.formatted("<br>".repeat(4_900));
            String mixed = html.formatted("x <br>".repeat(3_000));
            assertTimeout(Duration.ofSeconds(2), () -> InlineMarkdown.of(many));
            assertTimeout(Duration.ofSeconds(2), () -> InlineMarkdown.of(mixed));
        }
    }

    @Test
    void scriptInTextNeverBecomesAnElement() {
        int payloads = 0;
        for (String script : List.of(
                "<img src=x onerror=alert(1)>",
                "<script>alert(1)</script>",
                "<svg/onload=alert(1)>",
                "<a href=javascript:alert(1)>x</a>",
                "</p><iframe src=//x>",
                "<!-- <b>")) {
            for (String before : List.of(
                    "",
                    "https://ok.example/",
                    "www.ok.example/",
                    "mailto:a@b.example",
                    "[x](",
                    "`",
                    "~~",
                    "\\",
                    "*",
                    "&",
                    "a@b.example/",
                    "<",
                    "| a |\n|---|\n")) {
                for (String after : List.of("", "/x", "`", "](y)", "*", "\n===", ";")) {
                    payloads += 5;
                    holdsNothingAlive(before + script + after);
                }
            }
        }
        assertThat(payloads).isGreaterThan(900);
    }

    private static void holdsNothingAlive(String text) {
        String html = InlineHtml.escaped(text);
        Body body = new Body(List.of(
                new ParagraphBlock(html),
                new HeadingBlock(3, html),
                new QuoteBlock(html, new Attribution(text, null, null)),
                new ImageBlock(Image.at("https://e.org/x.jpg", text, text)),
                new EmbedBlock("https://e.org/x", null, text, text, text),
                new FactBoxBlock(text, List.of(html))));
        String rendered = rendered(body.markdown());
        assertThat(Jsoup.parseBodyFragment(rendered).select("script, iframe, svg, img[onerror], [href^=javascript]"))
                .as(rendered)
                .isEmpty();
    }
}
