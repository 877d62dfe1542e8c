package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes Markdown: headline, byline, lead, text, corrections, and where it is read. */
final class MarkdownDocument {

    private MarkdownDocument() {}

    static String write(NewsFeed feed) {
        return feed.items().isEmpty()
                ? "# " + escaped(feed.title()) + "\n"
                : feed.items().stream().map(MarkdownDocument::item).collect(Collectors.joining("\n---\n\n"));
    }

    private static String item(NewsItem item) {
        List<String> parts = new ArrayList<>();
        parts.add("# " + escaped(item.headline()));
        parts.add("_" + inMarks(TextDocument.byline(item)) + "_");
        parts.add(item.lead().isEmpty() ? "" : "**" + inMarks(item.lead()) + "**");
        parts.add(item.body("markdown"));
        for (JsonNode correction : item.all("corrections")) {
            parts.add("> "
                    + MarkdownText.escapedAtLineStart(
                            escaped(onOneLine(correction.path("text").asText()))));
        }
        parts.add("<" + item.url() + ">");
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n")) + "\n";
    }

    private static String escaped(String text) {
        return MarkdownText.escaped(onOneLine(text));
    }

    private static String inMarks(String text) {
        return MarkdownText.escapedInMarks(onOneLine(text));
    }

    /** A line of its own would end what is marked. */
    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
