package dev.dateline.syndication;

import dev.dateline.content.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes plain text: kicker, headline, byline, lead, text, corrections, sources, and where it is read. */
final class TextDocument {

    private TextDocument() {}

    static String write(NewsFeed feed) {
        if (feed.isOne()) {
            return item(feed.items().get(0));
        }
        String items = feed.items().stream().map(TextDocument::item).collect(Collectors.joining("\n* * *\n\n"));
        return feed.title() + "\n" + (items.isEmpty() ? "" : "\n" + items);
    }

    private static String item(NewsItem item) {
        List<String> parts = new ArrayList<>(List.of(item.kicker(), item.headline(), byline(item), item.lead()));
        item.picture("text", (block, out) -> block.text(out)).ifPresent(parts::add);
        parts.add(item.body("text"));
        item.all("corrections")
                .forEach(correction -> parts.add(correction.path("text").asText()));
        parts.add(item.sources().stream().map(Source::text).collect(Collectors.joining("\n")));
        parts.add(item.url());
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n")) + "\n";
    }

    /** Who wrote it, and when it was published. */
    static String byline(NewsItem item) {
        return Stream.concat(item.authors().stream(), Stream.of(item.published()))
                .collect(Collectors.joining(", "));
    }
}
