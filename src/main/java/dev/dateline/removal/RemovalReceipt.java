package dev.dateline.removal;

import dev.dateline.access.Actor;
import dev.dateline.time.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** How one receiver stands to one removal: it has been told or not, and has acknowledged it or not. */
@Entity
@DynamicUpdate // that it was told and that it was acknowledged may be noted at the same time
@SuppressWarnings("unused") // queries read whose it is
public class RemovalReceipt {

    private static final int SECRET_BYTES = 24;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    private UUID id;

    private UUID removalId;
    private UUID webhookId;
    private String receiver;
    private String token;
    private @Nullable Instant toldAt;
    private @Nullable Instant acknowledgedAt;
    private @Nullable String acknowledgedBy;
    private @Nullable String note;

    protected RemovalReceipt() {}

    /** @param receiver whose it is, for people; it stays when the webhook is deleted */
    public RemovalReceipt(Removal removal, UUID webhook, String receiver) {
        this.id = Identifiers.next();
        this.removalId = removal.id();
        this.webhookId = webhook;
        this.receiver = receiver;
        this.token = makeToken();
    }

    private static String makeToken() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** When the webhook leads to somebody else now, who was told before can no longer answer for them. */
    void handTo(String other) {
        if (!receiver.equals(other)) {
            receiver = other;
            token = makeToken();
            toldAt = null;
        }
    }

    /**
     * The first word counts; a later one may only add what there is to say.
     *
     * @param who of the newsroom has it from the receiver, or null when it says so itself
     */
    void acknowledge(@Nullable String more, @Nullable String who, Instant now) {
        if (acknowledgedAt == null) {
            acknowledgedAt = now;
            acknowledgedBy = who;
        }
        note = more == null ? note : more;
    }

    public UUID id() {
        return id;
    }

    public UUID webhook() {
        return webhookId;
    }

    UUID removalId() {
        return removalId;
    }

    /** Who knows it may acknowledge: only the receiver is told it. */
    String token() {
        return token;
    }

    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    public boolean isOutstanding() {
        return acknowledgedAt == null;
    }

    RemovalReceiptView view(Function<String, Actor> actors) {
        return new RemovalReceiptView(
                webhookId,
                receiver,
                toldAt,
                acknowledgedAt,
                acknowledgedBy == null ? null : actors.apply(acknowledgedBy),
                note);
    }

    RemovalAcknowledged acknowledged() {
        return new RemovalAcknowledged(removalId, Objects.requireNonNull(acknowledgedAt), note);
    }
}
