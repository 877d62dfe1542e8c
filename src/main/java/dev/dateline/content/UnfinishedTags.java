package dev.dateline.content;

import java.util.Locale;
import java.util.Set;

/**
 * Tags that do not end, and quotation marks in them that nobody closed: a parser takes all that follows for an attribute, and the words
 * are lost. One pass, which looks at each character a few times.
 */
public final class UnfinishedTags {

    private static final Set<String> ADDRESSES = Set.of("href", "src");

    /** What stands in these is no markup to a parser (HTML, section 13.2.5.1), so that one without an end hides the rest. */
    private static final Set<String> RAW =
            Set.of("script", "style", "iframe", "textarea", "title", "xmp", "noembed", "noframes");

    private final String html;
    private final int lastEnd;
    private final StringBuilder out = new StringBuilder();
    private int written;
    private int at;

    private UnfinishedTags(String html) {
        this.html = html;
        this.lastEnd = html.lastIndexOf('>');
    }

    /**
     * The same HTML where all tags end. What begins like a tag and does not end is text; a quotation mark that is not closed, or an address
     * that would reach into other tags, ends with its tag; {@code <script/>} holds nothing.
     */
    public static String mended(String html) {
        return html.indexOf('<') < 0 ? html : new UnfinishedTags(html).mend();
    }

    private String mend() {
        for (at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
            if (html.startsWith("<!--", at)) {
                int end = html.indexOf("-->", at);
                at = end < 0 ? html.length() : end;
            } else if (isTag(at)) {
                tag(at);
            } else {
                at++;
            }
        }
        return written == 0 ? html : out.append(html, written, html.length()).toString();
    }

    private boolean isTag(int start) {
        int name = start + 1 < html.length() && html.charAt(start + 1) == '/' ? start + 2 : start + 1;
        return name < html.length() && isLatin(html.charAt(name));
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void tag(int start) {
        if (start > lastEnd || !attributes(start + 1 + skipped(start + 1, "/"))) {
            at = start > lastEnd ? start + 1 : at;
            replace(start, at, html.substring(start, at).replace("<", "&lt;"));
            return;
        }
        String name = name(start + 1);
        if (RAW.contains(name)) {
            boolean isClosed = at - 2 >= written && html.charAt(at - 2) == '/';
            if (isClosed) {
                replace(at - 2, at, "></" + name + ">");
            } else {
                int end = indexIgnoringCase("</" + name, at);
                at = end < 0 ? html.length() : end;
            }
        }
    }

    private int indexIgnoringCase(String wanted, int from) {
        for (int i = html.indexOf('<', from); i >= 0; i = html.indexOf('<', i + 1)) {
            if (html.regionMatches(true, i, wanted, 0, wanted.length())) {
                return i;
            }
        }
        return -1;
    }

    private String name(int start) {
        int end = start;
        while (end < html.length() && (isLatin(html.charAt(end)) || Character.isDigit(html.charAt(end)))) {
            end++;
        }
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Goes to the end of the tag; false when another begins before, or nothing comes. */
    private boolean attributes(int start) {
        at = start;
        while (at < html.length()) {
            at += skipped(at, " \t\n\r\f/");
            int name = at;
            at += until(at, " \t\n\r\f/>=<");
            String attribute = html.substring(name, at);
            at += skipped(at, " \t\n\r\f");
            char c = at < html.length() ? html.charAt(at) : '<';
            if (c == '>') {
                at++;
                return true;
            } else if (c == '<') {
                return false;
            } else if (c == '=') {
                at++;
                if (value(attribute)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the tag ends with it, because it does not end itself. */
    private boolean value(String attribute) {
        at += skipped(at, " \t\n\r\f");
        char quote = at < html.length() ? html.charAt(at) : ' ';
        if (quote != '"' && quote != '\'') {
            at += until(at, " \t\n\r\f>");
            return false;
        }
        int close = html.indexOf(quote, at + 1);
        int last = close < 0 ? html.length() : close;
        int end = at;
        while (end < last && html.charAt(end) != '>') {
            end++;
        }
        if (end < last && (close < 0 || reachesIntoTags(attribute, end, close))) {
            replace(end, end, String.valueOf(quote));
            at = end + 1;
            return true;
        }
        at = close < 0 ? html.length() : close + 1;
        return false;
    }

    /** An address may hold an angle bracket, but no end of a tag with the beginning of another behind it. */
    private boolean reachesIntoTags(String attribute, int end, int close) {
        String value = html.substring(at, close);
        int begin = value.indexOf('<');
        return ADDRESSES.contains(attribute.toLowerCase(Locale.ROOT)) && begin > end - at;
    }

    private int skipped(int from, String characters) {
        int i = from;
        while (i < html.length() && characters.indexOf(html.charAt(i)) >= 0) {
            i++;
        }
        return i - from;
    }

    private int until(int from, String characters) {
        int i = from;
        while (i < html.length() && characters.indexOf(html.charAt(i)) < 0) {
            i++;
        }
        return i - from;
    }

    private void replace(int from, int to, String by) {
        out.append(html, written, from).append(by);
        written = to;
    }
}
