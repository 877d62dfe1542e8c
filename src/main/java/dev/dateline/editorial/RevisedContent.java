package dev.dateline.editorial;

import dev.dateline.access.Actor;
import dev.dateline.content.EditorialContent;
import dev.dateline.editorial.revision.RevisionLabel;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * Content under revision: who saved it last, and how often. Every change raises the version, which is the ETag; every
 * change of content also makes a new revision. Callers hold the row's lock, so plain counters are enough.
 *
 * @param <C> the content: an immutable record with value equality
 */
@MappedSuperclass
public abstract class RevisedContent<C extends EditorialContent> {

    @Id
    private UUID id;

    private long version;
    private long automaticChanges;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private C content;

    private @Nullable String externalId;
    private @Nullable String language;
    private @Nullable String slug;
    private @Nullable String title;
    private Instant createdAt;
    private Instant modifiedAt;

    private long revision;
    private String revisedBy = "";
    private Instant revisedAt;
    private @Nullable String revisionNote;

    @Transient
    private boolean fresh;

    protected RevisedContent() {}

    @SuppressWarnings("NullAway.Init") // edit follows before anything is stored
    protected RevisedContent(UUID id, Instant now) {
        this.id = id;
        this.createdAt = now;
        this.modifiedAt = now;
        this.revisedAt = now;
        this.fresh = true;
    }

    /** Notes a change, of content or of how it stands. */
    protected void changed(Instant now) {
        version++;
        modifiedAt = now;
    }

    /** Whether it was made in this transaction: then nothing else can refer to it yet, and nobody need look. */
    public boolean isFresh() {
        return fresh;
    }

    public C content() {
        return content;
    }

    /** Takes over new content; the same content again changes nothing, not even the version. */
    public boolean edit(C content, Instant now) {
        if (version > 0 && content.equals(this.content)) {
            return false;
        }
        this.content = content;
        externalId = content.externalId();
        language = content.language();
        slug = content.slug();
        String named = content.title();
        title = named == null || named.isEmpty() ? null : named;
        revision++;
        revisedAt = now;
        changed(now);
        return true;
    }

    /** Takes over content that says the same in other words: it stays the revision that it is. */
    protected void correct(C content, Instant now) {
        this.content = content;
        changed(now);
        wasAutomatic();
    }

    /** Nobody made the last change: the program did, because its time came, or because a tag was split. */
    public void wasAutomatic() {
        automaticChanges++;
    }

    /** Says who made the current revision, and why. */
    public void signed(String author, @Nullable String note) {
        revisedBy = author;
        revisionNote = note;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    /** How many changes somebody has made, with an editor's tool or by an import. */
    public long ownChanges() {
        return version - automaticChanges;
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

    /** What editors know it by. */
    public @Nullable String title() {
        return title;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }

    public long revision() {
        return revision;
    }

    public String revisedBy() {
        return revisedBy;
    }

    public Instant revisedAt() {
        return revisedAt;
    }

    public @Nullable String revisionNote() {
        return revisionNote;
    }

    /** Which revision this is, and who made it. */
    public RevisionLabel label() {
        return new RevisionLabel(revision, revisedBy, revisedAt, revisionNote);
    }

    /** Who saved it last, and where to see what, for those who come too late. */
    String lastSaved(String collectionPath, Actor author) {
        String saved = "Revision %d was saved by %s (%s) at %s; read %s/%s/revisions/%d and decide."
                .formatted(revision, author.name(), author.id(), revisedAt, collectionPath, id, revision);
        return modifiedAt.isAfter(revisedAt)
                ? saved + " At %s something else was done to it.".formatted(modifiedAt)
                : saved;
    }
}
