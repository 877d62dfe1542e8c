package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes Markdown: kicker, headline, byline, lead, picture, text, corrections, sources, and where it is read. */
final class MarkdownDocument {

    private MarkdownDocument() {}

    static String write(NewsFeed feed) {
        if (feed.isOne()) {
            return item(feed.items().get(0), "# ");
        }
        String items = feed.items().stream().map(item -> item(item, "## ")).collect(Collectors.joining("\n---\n\n"));
        return "# " + escaped(feed.title()) + "\n" + (items.isEmpty() ? "" : "\n" + items);
    }

    private static String item(NewsItem item, String heading) {
        List<String> parts = new ArrayList<>();
        parts.add(escaped(item.kicker()));
        parts.add(heading + escaped(item.headline()));
        parts.add("_" + inMarks(TextDocument.byline(item)) + "_");
        parts.add(item.lead().isEmpty() ? "" : "**" + inMarks(item.lead()) + "**");
        item.picture("markdown", (block, out) -> block.markdown(out, false)).ifPresent(parts::add);
        parts.add(item.body("markdown"));
        for (JsonNode correction : item.all("corrections")) {
            parts.add("> "
                    + MarkdownText.escapedAtLineStart(
                            onOneLine(correction.path("text").asText())));
        }
        parts.add(
                item.sources().stream().map(source -> "- " + source.markdown()).collect(Collectors.joining("\n")));
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
