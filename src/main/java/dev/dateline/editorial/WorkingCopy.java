package dev.dateline.editorial;

import dev.dateline.http.Problem;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an editor works on: content, and how it stands with the public. Every change raises the version, which is the
 * ETag. Callers hold the row's lock, so a plain counter is enough.
 *
 * @param <C> the content: an immutable record with value equality
 */
@MappedSuperclass
public abstract class WorkingCopy<C> {

    @Id
    private UUID id;

    private long version;

    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;

    private @Nullable String externalId;
    private @Nullable String language;
    private @Nullable String slug;
    private Instant createdAt;
    private Instant modifiedAt;
    private @Nullable Instant publishedAt;
    private @Nullable Long publishedVersion;

    @Transient
    private boolean fresh;

    protected WorkingCopy() {}

    protected WorkingCopy(UUID id, Instant now) {
        this.id = id;
        this.createdAt = now;
        this.modifiedAt = now;
        this.fresh = true;
    }

    /** Whether it was made in this transaction: then nothing else can refer to it yet, and nobody need look. */
    public boolean isFresh() {
        return fresh;
    }

    public abstract C content();

    protected abstract void content(C content);

    /** Takes over new content; the same content again changes nothing, not even the version. */
    protected boolean edit(
            C content, @Nullable String externalId, @Nullable String language, @Nullable String slug, Instant now) {
        if (version > 0 && content.equals(content())) {
            return false;
        }
        content(content);
        this.externalId = externalId;
        this.language = language;
        this.slug = slug;
        changed(now);
        return true;
    }

    /** Notes that this very version is public now. The first publication's time stays unless a new one is given. */
    public void published(@Nullable Instant at, Instant now) {
        if (at != null) {
            publishedAt = at;
        } else if (publishedAt == null) {
            publishedAt = now;
        }
        state = State.PUBLISHED;
        changed(now);
        publishedVersion = version;
    }

    /** @throws Problem {@code conflict} when it is not public */
    public void withdraw(Instant now) {
        if (state != State.PUBLISHED) {
            throw Problem.conflict("It is not published, so there is nothing to withdraw.");
        }
        state = State.WITHDRAWN;
        publishedVersion = null;
        changed(now);
    }

    /** @throws Problem {@code conflict} while it is public */
    public void requireNotPublic() {
        if (state == State.PUBLISHED) {
            throw Problem.conflict("It is published. Withdraw it before you delete it.");
        }
    }

    private void changed(Instant now) {
        version++;
        modifiedAt = now;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public State state() {
        return state;
    }

    public @Nullable String externalId() {
        return externalId;
    }

    public @Nullable String language() {
        return language;
    }

    public @Nullable String slug() {
        return slug;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    /** Whether the public sees something else than this content. */
    public boolean hasUnpublishedChanges() {
        return state == State.PUBLISHED && (publishedVersion == null || publishedVersion != version);
    }
}
