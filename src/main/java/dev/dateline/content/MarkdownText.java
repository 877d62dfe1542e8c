package dev.dateline.content;

import java.util.regex.Pattern;

/**
 * Escapes text for every dialect of Markdown that may read it: CommonMark, GitHub's, and renderers that make links of bare
 * addresses. Those take a backslash into the address, so an angle bracket is always a character reference.
 */
public final class MarkdownText {

    private static final String SUSPICIOUS = "\\`*_~|[]@$#!<>&";
    private static final Pattern REFERENCE = Pattern.compile("&(?=#?[A-Za-z0-9]{1,40};)");
    private static final Pattern SPECIAL =
            Pattern.compile("[*_\\[\\]@$]|(?<=(?:^|\\s))#|!(?=\\[|$)|:(?=//)|(?<=(?i:www))\\.");

    /** Renderers that look for marks with regular expressions stumble over these even behind a backslash. */
    private static final Pattern CONFUSING = Pattern.compile("[\\\\`~|]");

    private static final Pattern IN_MARKS = Pattern.compile("\\\\([*_\\[\\]])");
    private static final Pattern LINE_START = Pattern.compile("^([#+=:-]|[0-9]{1,9}(?=[.)]))");

    private MarkdownText() {}

    /** In the middle of a line. */
    public static String escaped(String text) {
        return isPlain(text) ? text : withEscapes(text);
    }

    /** Most text is: it takes one look to see that there is nothing to escape. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 && SUSPICIOUS.indexOf(c) >= 0) {
                return false;
            }
        }
        return !text.contains("://") && !text.contains("ww.") && !text.contains("WW.");
    }

    private static String withEscapes(String text) {
        String safe =
                REFERENCE.matcher(text).replaceAll("&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String clear = CONFUSING
                .matcher(safe)
                .replaceAll(found -> reference(found.group().codePointAt(0)));
        return SPECIAL.matcher(clear).replaceAll("\\\\$0");
    }

    /** In what is marked or leads somewhere, where a character that might end that is safer as a reference. */
    public static String escapedInMarks(String text) {
        return IN_MARKS.matcher(escaped(text))
                .replaceAll(found -> reference(found.group(1).codePointAt(0)));
    }

    /** At the start of a line, where some characters would open a heading, a list, a rule or a table. */
    public static String escapedAtLineStart(String text) {
        String safe = escaped(text);
        return LINE_START.matcher(safe).replaceFirst(found -> {
            String mark = found.group(1);
            boolean number = Character.isDigit(mark.charAt(0));
            return number ? mark + "\\\\" : "\\\\" + mark;
        });
    }

    /** For the place between {@code <} and {@code >}. */
    static String address(String url) {
        return REFERENCE
                .matcher(url)
                .replaceAll("&amp;")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\\", "%5C")
                .replace(" ", "%20");
    }

    /** A character as a reference, which delimiters take for punctuation. */
    static String reference(int codePoint) {
        return "&#" + codePoint + ";";
    }

    /** More backticks around than there are inside (CommonMark 6.1). */
    static String code(String text) {
        StringBuilder fence = new StringBuilder("`");
        while (text.contains(fence)) {
            fence.append('`');
        }
        String space =
                text.startsWith("`") || text.endsWith("`") || (text.startsWith(" ") && text.endsWith(" ")) ? " " : "";
        return fence + space + text + space + fence;
    }
}
