package dev.dateline.webhook;

import dev.dateline.change.Change;
import dev.dateline.change.ChangePosition;
import dev.dateline.change.LoggedChange;
import dev.dateline.content.ContentKind;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import dev.dateline.removal.Removal;
import dev.dateline.time.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One change or removal that one webhook is told of, until it has been. */
@Entity
@SuppressWarnings("unused") // queries read whose it is
public class WebhookDelivery {

    private static final int MOST_KEPT = 12;

    @Id
    private UUID id;

    private UUID webhookId;
    private long ordinal;
    private String history;
    private long number;
    private String kind;
    private UUID targetId;
    private String event;
    private @Nullable UUID receiptId;

    @Enumerated(EnumType.STRING)
    private WebhookDeliveryState state;

    private Instant createdAt;
    private Instant nextAt;
    private @Nullable Instant takenUntil;
    private String attempts;
    private int attemptCount;

    protected WebhookDelivery() {}

    private WebhookDelivery(
            Webhook webhook, ChangePosition position, ContentKind kind, UUID target, String event, Instant now) {
        this.id = Identifiers.next();
        this.webhookId = webhook.id();
        this.ordinal = webhook.nextDelivery();
        this.history = position.history();
        this.number = position.number();
        this.kind = kind.name();
        this.targetId = target;
        this.event = event;
        this.state = WebhookDeliveryState.WAITING;
        this.createdAt = now;
        this.nextAt = now;
        this.attempts = "[]";
    }

    static WebhookDelivery of(Webhook webhook, LoggedChange logged, Instant now) {
        Change change = logged.change();
        return new WebhookDelivery(
                webhook, logged.position(), change.kind(), change.target(), Parameters.wireName(change.event()), now);
    }

    /** @param end where the log ends now */
    static WebhookDelivery ofRemoval(Webhook webhook, Removal removal, UUID receipt, ChangePosition end, Instant now) {
        WebhookDelivery delivery = new WebhookDelivery(webhook, end, removal.kind(), removal.target(), "removed", now);
        delivery.receiptId = receipt;
        return delivery;
    }

    void succeeded(WebhookAttempt attempt) {
        note(attempt);
        state = WebhookDeliveryState.DELIVERED;
    }

    /** It is tried again later, or no more. */
    void failed(WebhookAttempt attempt, Instant now, WebhookRetries retries) {
        note(attempt);
        retries.after(attemptCount, attempt)
                .ifPresentOrElse(pause -> nextAt = now.plus(pause), () -> state = WebhookDeliveryState.PARKED);
    }

    private void note(WebhookAttempt attempt) {
        takenUntil = null;
        attemptCount++;
        List<WebhookAttempt> all =
                Stream.concat(attempts().stream(), Stream.of(attempt)).toList();
        attempts = Json.write(all.subList(Math.max(0, all.size() - MOST_KEPT), all.size()));
    }

    void drop() {
        state = WebhookDeliveryState.DROPPED;
        takenUntil = null;
    }

    /** It is told now, unless it is being told already. */
    void hurry(Instant now) {
        if (!isTaken(now)) {
            again(now);
        }
    }

    /** As if it had never been tried. */
    void again(Instant now) {
        takenUntil = null;
        state = WebhookDeliveryState.WAITING;
        nextAt = now;
        attemptCount = 0;
    }

    /** It is being told: nobody else may for so long. */
    void taken(Instant until) {
        takenUntil = until;
    }

    /** Whether it is still being told by who took it then. */
    boolean isTakenAs(WebhookDelivery taken) {
        return state == WebhookDeliveryState.WAITING && Objects.equals(takenUntil, taken.takenUntil);
    }

    boolean isTaken(Instant now) {
        return takenUntil != null && takenUntil.isAfter(now);
    }

    List<WebhookAttempt> attempts() {
        return Arrays.asList(Json.read(attempts, WebhookAttempt[].class));
    }

    /** What a receiver knows it by, however often it is told. */
    String message() {
        return "msg_" + id;
    }

    UUID id() {
        return id;
    }

    long ordinal() {
        return ordinal;
    }

    /** Where it tells of a removal, by whose receipt it is acknowledged. */
    @Nullable
    UUID receipt() {
        return receiptId;
    }

    ChangePosition position() {
        return new ChangePosition(history, number);
    }

    WebhookDeliveryView view() {
        return new WebhookDeliveryView(
                id,
                message(),
                kind,
                targetId,
                event,
                number,
                state,
                createdAt,
                state == WebhookDeliveryState.WAITING ? nextAt : null,
                attempts());
    }
}
