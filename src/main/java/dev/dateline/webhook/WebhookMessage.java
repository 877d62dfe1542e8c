package dev.dateline.webhook;

import dev.dateline.change.Change;
import dev.dateline.change.LoggedChange;
import dev.dateline.json.JsonText;
import dev.dateline.removal.RemovalNotice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a receiver is sent: an event of CloudEvents 1.0 in its structured JSON form.
 *
 * @param id by which a receiver knows that it has it already
 */
record WebhookMessage(String id, JsonText body) {

    private static final String TYPE = "dev.dateline.";

    /** So that it sorts as text, as the extension of that name has it. */
    private static final String SEQUENCE = "%019d";

    /** @param data the change, as the feed tells it */
    static WebhookMessage of(String id, String source, LoggedChange logged, JsonText data) {
        Change change = logged.change();
        String type = change.kind().name() + "." + change.event().name().toLowerCase(Locale.ROOT);
        Map<String, Object> event = event(id, source, type, logged.at());
        event.put("subject", change.kind().name() + "/" + change.target());
        event.put("sequence", SEQUENCE.formatted(logged.position().number()));
        return new WebhookMessage(id, JsonText.of(event).with("data", data));
    }

    /** Of a removal, which is to be acknowledged. */
    static WebhookMessage of(String id, String source, RemovalNotice notice) {
        Map<String, Object> event = event(id, source, "removal", notice.removedAt());
        event.put("subject", notice.kind() + "/" + notice.id());
        return new WebhookMessage(id, JsonText.of(event).with("data", JsonText.of(notice)));
    }

    /** One that says nothing, to see whether it arrives. */
    static WebhookMessage test(String id, String source, Instant now) {
        return new WebhookMessage(
                id, JsonText.of(event(id, source, "webhook.test", now)).with("data", JsonText.ofJson("{}")));
    }

    private static Map<String, Object> event(String id, String source, String type, Instant time) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", source);
        event.put("type", TYPE + type);
        event.put("time", time);
        event.put("datacontenttype", "application/json");
        return event;
    }
}
