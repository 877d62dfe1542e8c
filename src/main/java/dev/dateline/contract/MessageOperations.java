package dev.dateline.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes out what webhooks are sent, where the document says what others are to answer: {@code webhooks} of OpenAPI 3.1. */
final class MessageOperations {

    private static final String MEDIA_TYPE = "application/cloudevents+json";

    private MessageOperations() {}

    static void add(OpenAPI document) {
        Schema change = message("Change", "dev.dateline.article.updated");
        change.addProperty("sequence", text("Rises with each change.", "0000000000000001042"));
        add(document, "changed", "ChangeMessage", change, "Hear of a change", """
                Something that the webhook follows has changed. Of each thing, changes come in order. The signature is one of Standard Webhooks: \
                `webhook-id`, `webhook-timestamp`, `webhook-signature`.""");
        Schema removal = message("RemovalNotice", "dev.dateline.removal");
        add(document, "removed", "RemovalMessage", removal, "Hear of a removal", """
                Something was withdrawn for a legal reason, and must be kept nowhere. Every webhook is told, whatever it follows, and before \
                anything else that waits. Take it away, then acknowledge it at `acknowledgeAt`. A later `published` change says that it is back.""");
    }

    private static void add(
            OpenAPI document, String name, String message, Schema schema, String summary, String description) {
        document.getComponents().addSchema(message, schema);
        Operation operation = OASFactory.createOperation()
                .operationId(name)
                .summary(summary)
                .description(description)
                .addTag(name.equals("changed") ? "Changes" : "Removals")
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        MEDIA_TYPE,
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref(message)))))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("204", OASFactory.createAPIResponse().description("Any 2xx: it is taken."))
                        .addAPIResponse(
                                "410", OASFactory.createAPIResponse().description("Nobody is here; send no more.")));
        document.addWebhook(name, OASFactory.createPathItem().POST(operation));
    }

    private static Schema message(String data, String type) {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .description("An event of CloudEvents 1.0.")
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
