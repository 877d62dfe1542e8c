package dev.dateline.published;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/**
 * A public address that something has or once had. Rows are never deleted: a former slug leads on, a withdrawn thing is
 * gone rather than unknown, and nobody else moves in.
 */
@Entity
@SuppressWarnings("unused") // queries read all of it
public class Address {

    /** What a slug can lead to. */
    public enum Kind {
        ARTICLE,
        STORY_LIST,
        FRONT
    }

    /** @param language empty for kinds whose slugs are unique across languages */
    @Embeddable
    public record Key(@Enumerated(EnumType.STRING) Kind kind, String slug, String language) {}

    @EmbeddedId
    private Key key;

    private UUID targetId;
    private Instant since;

    protected Address() {}

    public Address(Key key, UUID targetId, Instant since) {
        this.key = key;
        this.targetId = targetId;
        this.since = since;
    }

    public UUID targetId() {
        return targetId;
    }
}
