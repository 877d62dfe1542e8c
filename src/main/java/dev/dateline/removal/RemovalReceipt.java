package dev.dateline.removal;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one receiver stands to one removal: it has been told or not, and has acknowledged it or not. */
@Entity
@SuppressWarnings("unused") // queries read whose it is
public class RemovalReceipt {

    private static final int SECRET_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    private UUID id;

    private UUID removalId;
    private UUID webhookId;
    private String receiver;
    private String token;
    private @Nullable Instant toldAt;
    private @Nullable Instant acknowledgedAt;
    private @Nullable String note;

    protected RemovalReceipt() {}

    /** @param receiver whose it is, for people; it stays when the webhook is deleted */
    public RemovalReceipt(Removal removal, UUID webhook, String receiver) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.removalId = removal.id();
        this.webhookId = webhook;
        this.receiver = receiver;
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    void told(Instant now) {
        toldAt = toldAt == null ? now : toldAt;
    }

    /** The first word counts; a later one may only add what there is to say. */
    void acknowledge(@Nullable String more, Instant now) {
        acknowledgedAt = acknowledgedAt == null ? now : acknowledgedAt;
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

    RemovalReceiptView view() {
        return new RemovalReceiptView(webhookId, receiver, toldAt, acknowledgedAt, note);
    }
}
