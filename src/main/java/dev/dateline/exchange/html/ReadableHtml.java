package dev.dateline.exchange.html;

import dev.dateline.content.UnfinishedTags;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes of HTML as people leave it what a parser reads without losing words. */
final class ReadableHtml {

    private static final int MAX_DEPTH = 30;

    private static final Pattern TABLE = Pattern.compile("(?i)<(/?)table\\b");
    private static final Pattern TABLE_PART =
            Pattern.compile("(?i)<(/?)(?:table|caption|thead|tbody|tfoot|tr|td|th|colgroup|col)\\b");

    private ReadableHtml() {}

    static String of(String html, HtmlNotes notes) {
        String finished = UnfinishedTags.mended(html);
        if (!finished.equals(html)) {
            notes.add("a tag, or a quotation mark in one, did not end; what follows it was kept");
        }
        return tables(Shortcodes.expanded(finished, notes), notes);
    }

    /**
     * Tables that are nested very deep hold no data, and would take a parser longer than their length allows. Cells without a table it would run
     * together.
     */
    private static String tables(String html, HtmlNotes notes) {
        int depth = 0;
        int deepest = 0;
        Matcher tags = TABLE.matcher(html);
        while (tags.find()) {
            depth = tags.group(1).isEmpty() ? depth + 1 : Math.max(0, depth - 1);
            deepest = Math.max(deepest, depth);
        }
        if (deepest > MAX_DEPTH) {
            notes.add("tables were nested too deeply, and became paragraphs");
        }
        return deepest == 0 || deepest > MAX_DEPTH ? TABLE_PART.matcher(html).replaceAll("<$1div") : html;
    }
}
