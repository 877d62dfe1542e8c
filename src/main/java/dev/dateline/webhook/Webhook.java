package dev.dateline.webhook;

import dev.dateline.change.ChangePosition;
import dev.dateline.changefeed.ChangeParameters;
import dev.dateline.entitlement.Entitlement;
import dev.dateline.problem.Problem;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** Somebody's server that is told of changes, and how far in the log it has been told. */
@Entity
public class Webhook {

    /** So long messages are signed with the former key too, after there is another. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    @Id
    private UUID id;

    private String url;
    private @Nullable String description;
    private @Nullable String kind;
    private @Nullable String tag;
    private @Nullable String language;
    private @Nullable String list;
    private @Nullable String view;
    private @Nullable String body;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable Entitlement entitlement;

    private String key;
    private @Nullable String formerKey;
    private @Nullable Instant formerKeyUntil;
    private String history;
    private long number;
    private long lastDelivery;

    @Enumerated(EnumType.STRING)
    private @Nullable WebhookPause pause;

    private @Nullable Instant failingSince;
    private Instant createdAt;

    protected Webhook() {}

    Webhook(UUID id, WebhookInput input, ChangePosition from, Instant now) {
        this.id = id;
        this.key = WebhookKey.make(input.signingOrDefault()).text();
        this.createdAt = now;
        this.history = from.history();
        this.number = from.number();
        this.url = input.url();
        change(input);
        pause(Boolean.TRUE.equals(input.paused()));
    }

    /** @param input with ids in the place of words */
    void change(WebhookInput input) {
        url = input.url();
        description = input.description();
        kind = input.kind();
        tag = input.tag();
        entitlement = input.entitlement();
        language = input.language();
        list = input.list();
        view = input.view();
        body = input.body();
    }

    /** Has it told nothing, or all that it has missed. */
    void pause(boolean isPaused) {
        if (isPaused && pause == null) {
            pause = WebhookPause.ASKED;
        } else if (!isPaused) {
            pause = null;
            failingSince = null;
        }
    }

    /** From where in the log it is to be told. */
    void listenFrom(ChangePosition position) {
        history = position.history();
        number = position.number();
    }

    /**
     * From now on another key.
     *
     * @param withOverlap whether the present one goes on for a day
     * @throws Problem {@code conflict} when another key is going on already
     */
    void changeKey(boolean withOverlap, Instant now) {
        if (withOverlap && keys(now).size() > 1) {
            throw Problem.conflict(
                    "/overlap",
                    "A former key goes on signing until %s. Wait, or send false to end it and the present one now."
                            .formatted(formerKeyUntil));
        }
        formerKey = withOverlap ? key : null;
        formerKeyUntil = withOverlap ? now.plus(OVERLAP) : null;
        key = WebhookKey.make(key().signing()).text();
    }

    /** Those that a message is signed with. */
    List<WebhookKey> keys(Instant now) {
        boolean isFormerValid = formerKeyUntil != null && formerKeyUntil.isAfter(now);
        return Stream.of(key, isFormerValid && formerKey != null ? formerKey : "")
                .filter(text -> !text.isEmpty())
                .map(WebhookKey::new)
                .toList();
    }

    long nextDelivery() {
        return ++lastDelivery;
    }

    /** @param patience for how long it may fail until it is asked no more */
    void failed(Instant now, Duration patience) {
        failingSince = failingSince == null ? now : failingSince;
        if (pause == null && !failingSince.plus(patience).isAfter(now)) {
            pause = WebhookPause.FAILING;
        }
    }

    /** Has it told nothing until somebody says so. */
    void pause(WebhookPause why) {
        pause = why;
    }

    ChangeParameters changes() {
        return input().changes();
    }

    /** What somebody would send to make it what it is. */
    WebhookInput input() {
        return new WebhookInput(
                url, description, kind, tag, language, list, view, body, key().signing(), pause != null, entitlement);
    }

    /** Whose it is, for people who may not see the address, which can hold a secret. */
    String receiver() {
        String host = url().getHost();
        return description == null || description.isBlank() ? host : description + " (" + host + ")";
    }

    /** Whether it is told of removals: always, unless somebody or the receiver itself has ended it. */
    boolean isOpen() {
        return pause == null || WebhookPause.AUTOMATIC.contains(pause);
    }

    UUID id() {
        return id;
    }

    /** What its receiver may hear of; null for everything. */
    @Nullable
    Entitlement entitlement() {
        return entitlement;
    }

    URI url() {
        return URI.create(url);
    }

    WebhookKey key() {
        return new WebhookKey(key);
    }

    ChangePosition position() {
        return new ChangePosition(history, number);
    }

    @Nullable
    WebhookPause pause() {
        return pause;
    }

    boolean isFailing() {
        return failingSince != null;
    }

    @Nullable
    Instant failingSince() {
        return failingSince;
    }

    Instant createdAt() {
        return createdAt;
    }
}
