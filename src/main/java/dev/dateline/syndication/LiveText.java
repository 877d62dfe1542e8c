package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.InlineHtml;
import dev.dateline.content.MarkdownText;

/** Writes the updates of a live page one below the other, for forms that have no place of their own for them. */
final class LiveText {

    private LiveText() {}

    /** @param form {@code html}, {@code markdown} or {@code text} */
    static String of(JsonNode updates, String form) {
        StringBuilder all = new StringBuilder();
        for (JsonNode update : updates) {
            String body = update.path("body").path(form).asText("");
            if (!body.isEmpty()) {
                all.append("\n\n").append(heading(update, form)).append(body);
            }
        }
        return all.toString();
    }

    private static String heading(JsonNode update, String form) {
        String time = update.path("publishedAt").asText();
        String title = update.path("title").asText("");
        return switch (form) {
            case "html" ->
                "<p><time datetime=\"" + time + "\">" + time + "</time></p>\n"
                        + (title.isEmpty() ? "" : "<h2>" + InlineHtml.escaped(title) + "</h2>\n");
            case "markdown" ->
                (title.isEmpty() ? "" : "## " + MarkdownText.escaped(title) + "\n\n") + "_" + time + "_\n\n";
            default -> time + (title.isEmpty() ? "" : "\n" + title) + "\n";
        };
    }
}
