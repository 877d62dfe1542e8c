package dev.dateline.editorial.preview;

import dev.dateline.access.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** A link to one revision, until a time. Only a hash of its secret is kept. */
@Entity
@SuppressWarnings("unused") // queries read the hash
public class Preview {

    @Id
    private UUID id;

    private UUID articleId;
    private long revision;
    private byte[] secretHash;
    private String createdBy;
    private Instant createdAt;
    private Instant expiresAt;

    protected Preview() {}

    Preview(
            UUID id,
            UUID articleId,
            long revision,
            byte[] secretHash,
            String createdBy,
            Instant createdAt,
            Instant expiresAt) {
        this.id = id;
        this.articleId = articleId;
        this.revision = revision;
        this.secretHash = secretHash;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    UUID articleId() {
        return articleId;
    }

    long revision() {
        return revision;
    }

    PreviewView view(String href, Function<String, Actor> actors) {
        return new PreviewView(
                id, revision, actors.apply(createdBy), createdAt, expiresAt, href.isEmpty() ? null : href);
    }
}
