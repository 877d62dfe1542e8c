package dev.dateline.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.content.ContentKind;
import dev.dateline.content.InlineHtml;
import dev.dateline.content.PlainText;
import dev.dateline.editorial.publishing.Publication;
import dev.dateline.json.Json;
import dev.dateline.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** The plain shape of corpora: {@code id, lang, title, body}, all text. */
final class PlainArticle {

    private static final Set<String> FIELDS = Set.of("id", "lang", "title", "body");

    private static final int MAX_VALUE = 4_000;

    private PlainArticle() {}

    /** @param publication how it is to be published, or null for a draft */
    static ImportRecord read(long number, ObjectNode record, @Nullable Publication publication) {
        List<Fault> faults = new ArrayList<>();
        List<Fault> notes = new ArrayList<>();
        record.properties().forEach(field -> {
            if (!FIELDS.contains(field.getKey())) {
                notes.add(Fault.at(
                        "/" + field.getKey(),
                        "has no place here and was left out: "
                                + PlainText.cut(field.getValue().toString(), MAX_VALUE)));
            } else if (!field.getValue().isTextual()) {
                faults.add(Fault.at("/" + field.getKey(), "must be a string"));
            }
        });
        String id = record.path("id").asText("");
        if (!faults.isEmpty()) {
            return new ImportRecord.Refused(number, id.isEmpty() ? "line " + number : id, faults);
        }
        if (!record.has("lang")) {
            notes.add(Fault.at("/lang", "is left out; it was taken for en"));
        }
        ObjectNode content = Json.MAPPER.createObjectNode();
        if (!id.isEmpty()) {
            content.put("externalId", id);
        }
        content.put("language", record.path("lang").asText("en"));
        content.put("headline", record.path("title").asText());
        content.set("body", paragraphs(record.path("body").asText()));
        String source = id.isEmpty() ? "sha256:" + DigestUtils.sha256Hex(record.toString()) : id;
        return new ImportRecord.Content(
                number, "article " + source, ContentKind.ARTICLE, content, publication, true, List.of(), notes);
    }

    private static ArrayNode paragraphs(String text) {
        ArrayNode blocks = Json.MAPPER.createArrayNode();
        for (String paragraph : text.replaceAll("\r\n?", "\n").split("\n\\s*\n", -1)) {
            String html = InlineHtml.escapedText(paragraph.strip()).replace("\n", "<br>");
            if (!html.isEmpty()) {
                blocks.addObject().put("type", "paragraph").put("html", html);
            }
        }
        return blocks;
    }
}
