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
        parts.add("*" + escaped(TextDocument.byline(item)) + "*");
        parts.add(item.lead().isEmpty() ? "" : "**" + escaped(item.lead().strip()) + "**");
        parts.add(item.body("markdown"));
        for (JsonNode correction : item.all("corrections")) {
            parts.add("> " + escaped(correction.path("text").asText()).replace("\n", "\n> "));
        }
        parts.add("<" + item.url() + ">");
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n")) + "\n";
    }

    private static String escaped(String text) {
        return MarkdownText.escaped(text);
    }
}
