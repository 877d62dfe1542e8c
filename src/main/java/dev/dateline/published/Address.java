package dev.dateline.published;

import dev.dateline.content.ContentKind;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/**
 * A public address that something has or once had. Rows are never deleted: a former slug leads on, a withdrawn thing is
 * gone rather than unknown, and nobody else moves in.
 */
@Entity
@SuppressWarnings("unused") // queries read all of it
public class Address {

    /** @param language empty for kinds whose slugs are unique across languages */
    @Embeddable
    public record Key(String kind, String slug, String language) {

        public Key(ContentKind kind, String slug, String language) {
            this(kind.name(), slug, language);
        }

        /** Of a kind whose slugs are unique across languages. */
        public Key(ContentKind kind, String slug) {
            this(kind, slug, "");
        }
    }

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
