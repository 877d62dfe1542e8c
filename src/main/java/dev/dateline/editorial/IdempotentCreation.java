package dev.dateline.editorial;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A creation that carried an Idempotency-Key, with the answer it got. */
@Entity
@SuppressWarnings("unused") // the id is read by queries
@Table(name = "idempotency_key")
public class IdempotentCreation {

    /** Keys of different callers do not meet. */
    @Embeddable
    public record Key(String actor, String key) {}

    @EmbeddedId
    private Key id;

    private byte[] requestHash;
    private String answer;
    private Instant createdAt;

    protected IdempotentCreation() {}

    IdempotentCreation(Key id, byte[] requestHash, String answer, Instant now) {
        this.id = id;
        this.requestHash = requestHash;
        this.answer = answer;
        this.createdAt = now;
    }

    byte[] requestHash() {
        return requestHash;
    }

    String answer() {
        return answer;
    }

    Instant createdAt() {
        return createdAt;
    }
}
