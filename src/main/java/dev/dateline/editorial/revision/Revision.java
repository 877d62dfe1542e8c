package dev.dateline.editorial.revision;

import dev.dateline.content.ContentKind;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A former revision of a thing; the current one is in its working copy. Immutable. */
@Entity
public class Revision {

    /** Numbers count from 1 for each thing. */
    @Embeddable
    public record Key(String kind, UUID targetId, long number) {

        Key(ContentKind kind, UUID targetId, long number) {
            this(kind.name(), targetId, number);
        }
    }

    @EmbeddedId
    private Key key;

    private @Nullable Long baseNumber;
    private String revisedBy;
    private Instant revisedAt;
    private @Nullable String note;
    private byte[] packed;

    protected Revision() {}

    Revision(Key key, @Nullable Long baseNumber, RevisionLabel label, byte[] packed) {
        this.key = key;
        this.baseNumber = baseNumber;
        this.revisedBy = label.by();
        this.revisedAt = label.at();
        this.note = label.note();
        this.packed = packed;
    }

    RevisionLabel label() {
        return new RevisionLabel(key.number(), revisedBy, revisedAt, note);
    }

    Key key() {
        return key;
    }

    long number() {
        return key.number();
    }

    /** The revision against which this one is packed, or null when it stands alone. */
    @Nullable
    Long baseNumber() {
        return baseNumber;
    }

    byte[] packed() {
        return packed;
    }
}
