package dev.dateline.editorial.preview;

import static dev.dateline.content.InlineHtml.escaped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.Image;
import dev.dateline.content.ImageBlock;
import dev.dateline.json.Json;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A preview as a plain page for people whose newsroom has no front end for it. It runs no script and asks nobody else for anything:
 * {@link #POLICY} says so to the browser, which shows the description of a picture that lies elsewhere in its place.
 */
final class PreviewPage {

    static final String POLICY =
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String STYLE =
            "body{font:1.1rem/1.6 system-ui;max-width:42rem;margin:2rem auto;padding:0 1rem}"
                    + "header p{color:#555;margin:.3rem 0}h1{line-height:1.2}blockquote{border-left:.25rem solid #999;margin-left:0;padding-left:1rem}"
                    + "img{max-width:100%;height:auto}aside{background:#fff3c4;padding:.5rem 1rem}";

    private PreviewPage() {}

    /** @param article the full view with its body as HTML */
    static String of(JsonNode article) {
        return """
                <!doctype html>
                <html lang="%s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="robots" content="noindex">
                <title>%s</title>
                <style>%s</style>
                <aside>A preview. Readers do not see this revision unless it is published.</aside>
                <article>
                <header>%s<h1>%s</h1>%s%s</header>
                %s
                %s
                <footer>%s%s</footer>
                </article>
                </html>
                """.formatted(
                        text(article, "language"),
                        text(article, "headline"),
                        STYLE,
                        paragraph(text(article, "kicker")),
                        text(article, "headline"),
                        paragraph("<strong>", text(article, "lead"), "</strong>"),
                        paragraph(joined(article.path("byline"), "name", ", ")),
                        picture(article),
                        article.path("body").path("html").asText(),
                        paragraph("Sources: ", joined(article.path("sources"), "name", "; "), ""),
                        paragraph("Corrections: ", joined(article.path("corrections"), "text", "<br>"), ""));
    }

    /** Nothing where the text has it already. */
    private static String picture(JsonNode article) {
        JsonNode image = article.path("image");
        String url = image.path("url").asText("");
        StringBuilder out = new StringBuilder();
        if (!url.isEmpty() && !article.path("body").path("html").asText().contains(escaped(url))) {
            new ImageBlock(Json.MAPPER.convertValue(image, Image.class)).html(out);
        }
        return out.toString();
    }

    private static String text(JsonNode article, String field) {
        return escaped(article.path(field).asText());
    }

    private static String joined(JsonNode several, String field, String between) {
        return StreamSupport.stream(several.spliterator(), false)
                .map(one -> text(one, field))
                .collect(Collectors.joining(between));
    }

    private static String paragraph(String text) {
        return paragraph("", text, "");
    }

    private static String paragraph(String before, String text, String after) {
        return text.isEmpty() ? "" : "<p>" + before + text + after + "</p>";
    }
}
