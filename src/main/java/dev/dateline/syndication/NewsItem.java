package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dateline.content.Image;
import dev.dateline.content.ImageBlock;
import dev.dateline.content.InlineHtml;
import dev.dateline.content.PlainText;
import dev.dateline.content.Source;
import dev.dateline.json.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;

/**
 * One piece of news in a feed, as its readers see it: an article, an update of a live page, or a link to somewhere else.
 *
 * @param json what JSON readers get of it
 * @param entry the story of a list that it stands in, whose headline and picture count; or nothing
 * @param url where people read it
 * @param translations with pages of their own
 */
record NewsItem(JsonNode json, JsonNode entry, String url, List<Translation> translations) {

    /** The same in another language, where it has a page that is known. */
    record Translation(JsonNode link, String url) {}

    private static final Pattern MARKS = Pattern.compile("[*_#>`]");
    private static final int LONGEST_TITLE = 100;

    /** @param page where people read the live page that it belongs to */
    static NewsItem update(JsonNode json, String page) {
        String url = page + "#" + json.path("id").asText();
        return new NewsItem(json, MissingNode.getInstance(), url, List.of());
    }

    /** The same for ever, wherever it is read (RFC 9562). */
    String id() {
        return has("id") ? "urn:uuid:" + text("id") : url;
    }

    /** Of an update without a title: how its text begins. */
    String headline() {
        return Stream.of(entry.path("headline").asText(""), text("headline"), text("title"))
                .filter(headline -> !headline.isEmpty())
                .findFirst()
                .orElseGet(() -> PlainText.cut(plainText(), LONGEST_TITLE));
    }

    /** Empty where there is none, as with every other text. */
    String text(String field) {
        return json.path(field).asText("");
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    /** Of a list's story the list's own. */
    String kicker() {
        return entry.path("kicker").asText(text("kicker"));
    }

    /** Where what it says comes from. */
    List<Source> sources() {
        return all("sources").stream()
                .map(source -> Json.MAPPER.convertValue(source, Source.class))
                .toList();
    }

    String lead() {
        return text("lead");
    }

    String published() {
        return has("publishedAt") ? text("publishedAt") : entry.path("since").asText();
    }

    /** Of a live page: when its updates last changed, if that was later. */
    String updated() {
        String own = has("updatedAt") ? text("updatedAt") : published();
        String changed = json.path("updates").path("changedAt").asText(own);
        return Instant.parse(changed).isAfter(Instant.parse(own)) ? changed : own;
    }

    /** Whether it is a page of somebody else, of which only headline and address are known. */
    boolean isElsewhere() {
        return json.isMissingNode();
    }

    /** Where it is first of all, when that is another page; or empty. */
    String canonicalElsewhere() {
        return text("canonicalUrl").equals(url) ? "" : text("canonicalUrl");
    }

    /** The text, and of a live page the latest updates behind it. */
    String body(String form) {
        return ownBody(form) + LiveText.of(json.path("updates").path("latest"), form);
    }

    String ownBody(String form) {
        return json.path("body").path(form).asText("");
    }

    /** The picture, the text, what readers should know of its changes, and its sources. */
    String html() {
        StringBuilder html = new StringBuilder(body("html"));
        picture("html", (block, out) -> block.html(out)).ifPresent(picture -> html.insert(0, picture + "\n"));
        for (JsonNode correction : all("corrections")) {
            html.append("\n<aside><p>")
                    .append(InlineHtml.escaped(correction.path("text").asText()))
                    .append("</p></aside>");
        }
        if (!sources().isEmpty()) {
            html.append("\n<footer><ul>");
            sources()
                    .forEach(source -> html.append("<li>").append(source.html()).append("</li>"));
            html.append("</ul></footer>");
        }
        return html.toString();
    }

    /** The picture with what has to be said of it; nothing where the text has it already. */
    Optional<String> picture(String form, BiConsumer<ImageBlock, StringBuilder> writer) {
        String address = image().path("url").asText("");
        String text = body(form);
        if (address.isEmpty() || !has("body") || text.contains(address)) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        writer.accept(new ImageBlock(Json.MAPPER.convertValue(image(), Image.class)), out);
        return Optional.of(out.toString());
    }

    private String plainText() {
        return Jsoup.parseBodyFragment(ownBody("html")).text()
                + ownBody("text")
                + MARKS.matcher(ownBody("markdown")).replaceAll("");
    }

    JsonNode image() {
        return entry.hasNonNull("image") ? entry.path("image") : json.path("image");
    }

    List<JsonNode> all(String field) {
        return StreamSupport.stream(json.path(field).spliterator(), false).toList();
    }

    /** Sounds and films in the text. */
    List<Recording> recordings() {
        return Recording.in(ownBody("html"));
    }

    List<String> authors() {
        return names(all("byline").stream()
                .filter(credit -> credit.path("role").asText().equals("author"))
                .toList());
    }

    List<String> names(Collection<JsonNode> named) {
        return named.stream().map(one -> one.path("name").asText()).toList();
    }

    /** Tags without those who wrote it. */
    List<JsonNode> subjects() {
        return all("tags").stream()
                .filter(tag -> !tag.path("type").asText().equals("contributor"))
                .toList();
    }
}
