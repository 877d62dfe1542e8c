package dev.dateline.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What webhooks are sent. Only the schemas are in the document: generators of clients make what does not compile of the
 * {@code webhooks} that OpenAPI 3.1 has for this.
 */
final class MessageSchemas {

    private MessageSchemas() {}

    static Map<String, Schema> all() {
        Schema change = message("Change", "dev.dateline.article.updated");
        change.addProperty("sequence", text("Rises with each change.", "0000000000000001042"));
        change.setDescription("What a webhook is sent when something has changed: an event of CloudEvents 1.0.");
        Schema removal = message("RemovalNotice", "dev.dateline.removal");
        removal.setDescription(
                "What every webhook is sent when something is withdrawn for a legal reason, and must be kept nowhere:"
                        + " an event of CloudEvents 1.0. Take the thing away, then acknowledge it. A later `published` change says that it is back.");
        return new TreeMap<>(Map.of("ChangeMessage", change, "RemovalMessage", removal));
    }

    private static Schema message(String data, String type) {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .addProperty("specversion", text("`1.0`.", "1.0"))
                .addProperty("id", text("The same when it comes again.", "msg_01981f2c-5a00-7000-8000-000000000021"))
                .addProperty("source", text("Which Dateline it comes from.", "/v1/changes"))
                .addProperty("type", text("What has happened.", type))
                .addProperty("time", text("When.", "2026-11-20T08:15:00Z").format("date-time"))
                .addProperty("datacontenttype", text("Of `data`.", "application/json"))
                .addProperty("subject", text("The kind and the id.", "article/01981f2c-5a00-7000-8000-000000000001"))
                .addProperty("data", OASFactory.createSchema().ref(data))
                .required(List.of("specversion", "id", "source", "type", "time", "datacontenttype", "subject", "data"));
    }

    private static Schema text(String description, String example) {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.STRING))
                .description(description)
                .examples(List.of(example));
    }
}
