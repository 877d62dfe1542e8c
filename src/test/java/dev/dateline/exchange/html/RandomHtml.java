package dev.dateline.exchange.html;

import java.util.List;
import java.util.Random;

/** Documents as no program would write them. The same seed gives the same document; each word and each address is there once. */
final class RandomHtml {

    private static final List<String> BLOCKS = List.of(
            "p",
            "div",
            "blockquote",
            "ul",
            "ol",
            "table",
            "figure",
            "h1",
            "h2",
            "h5",
            "pre",
            "section",
            "dl",
            "details",
            "aside",
            "center",
            "form",
            "address",
            "noscript",
            "footer");
    private static final List<String> INLINE = List.of(
            "b",
            "strong",
            "em",
            "i",
            "u",
            "s",
            "del",
            "span",
            "nobr",
            "data",
            "time",
            "st1:city",
            "font",
            "code",
            "cite",
            "q",
            "sub",
            "abbr",
            "label",
            "kbd",
            "unknown-thing",
            "a",
            "a",
            "a");

    private final Random random;
    private int words;

    RandomHtml(long seed) {
        this.random = new Random(seed);
    }

    String document() {
        StringBuilder html = new StringBuilder();
        for (int i = random.nextInt(6) + 1; i > 0; i--) {
            html.append(block(0));
        }
        return html.toString();
    }

    private String word() {
        words++;
        return "w" + words + "x" + (random.nextInt(6) == 0 ? " «ы» & <" : "");
    }

    private String text() {
        String text = word().replace("&", "&amp;").replace("<", "&lt;");
        return (random.nextBoolean() ? " " : "")
                + text
                + (random.nextInt(4) == 0 ? "\n" : random.nextBoolean() ? " " : "");
    }

    private String address() {
        words++;
        return switch (random.nextInt(6)) {
            case 0 -> "/path/a" + words + "x";
            case 1 -> "//host.example/a" + words + "x";
            case 2 -> "#a" + words + "x";
            case 3 -> "mailto:a" + words + "x@example.org";
            default -> "https://example.org/a" + words + "x?b=1&amp;c=2";
        };
    }

    private String block(int depth) {
        String name = BLOCKS.get(random.nextInt(BLOCKS.size()));
        if (depth > 4) {
            return text();
        }
        return switch (name) {
            case "ul", "ol" ->
                "<" + name + (random.nextBoolean() ? " start=\"3\"" : "") + ">" + times("li", depth) + "</" + name
                        + ">";
            case "table" ->
                "<table>" + (random.nextBoolean() ? "<caption>" + text() + "</caption>" : "") + rows(depth)
                        + "</table>";
            case "figure" ->
                "<figure>" + media() + content(depth)
                        + (random.nextBoolean() ? "<figcaption>" + content(depth + 3) + "</figcaption>" : "")
                        + "</figure>";
            case "blockquote" ->
                "<blockquote>" + content(depth)
                        + (random.nextBoolean() ? "<cite>" + text() + inline(depth) + "</cite>" : "")
                        + (random.nextInt(4) == 0 ? "— " + text() : "") + "</blockquote>";
            case "noscript", "pre" -> "<" + name + ">" + text() + "</" + name + ">";
            default ->
                "<" + name + ">" + content(depth) + "</" + name + ">"
                        + (random.nextInt(4) == 0 ? text() + "\n\n" + text() : "");
        };
    }

    private String rows(int depth) {
        StringBuilder rows = new StringBuilder();
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            rows.append("<tr>")
                    .append(times(random.nextBoolean() ? "td" : "th", depth))
                    .append("</tr>");
        }
        return rows.toString();
    }

    private String times(String name, int depth) {
        StringBuilder all = new StringBuilder();
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            all.append('<')
                    .append(name)
                    .append('>')
                    .append(content(depth + 1))
                    .append("</")
                    .append(name)
                    .append('>');
        }
        return all.toString();
    }

    private String content(int depth) {
        StringBuilder html = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> html.append(block(depth + 1));
                case 1, 2 -> html.append(inline(depth + 1));
                case 3 -> html.append(random.nextBoolean() ? "<br>" : media());
                default -> html.append(text());
            }
        }
        return html.toString();
    }

    private String inline(int depth) {
        String name = INLINE.get(random.nextInt(INLINE.size()));
        String start = name.equals("a") ? "a href=\"" + address() + "\"" : name;
        return "<" + start + ">" + (depth > 6 ? text() : content(depth + 1)) + "</" + name + ">";
    }

    private String media() {
        return switch (random.nextInt(6)) {
            case 0 -> "<img src=\"" + address() + "\" alt=\"alt\">";
            case 1 -> "<img src=\"data:image/gif;base64,AA\" data-src=\"" + address() + "\">";
            case 2 -> "<iframe src=\"" + address() + "\"></iframe>";
            case 3 -> "<video poster=\"" + address() + "\" src=\"" + address() + "\">" + text() + "</video>";
            case 4 -> "<audio><source src=\"" + address() + "\"><source src=\"" + address() + "\"></audio>";
            default -> "<hr>";
        };
    }
}
