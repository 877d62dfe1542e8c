package dev.dateline.editorial.revision;

import dev.dateline.content.ContentKind;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a thing was before each save. Most revisions are packed against an earlier one that stands alone, never
 * against each other, so that any of them is read from two rows.
 */
@Singleton
public class RevisionArchive {

    /** The kinds of content that name tags. */
    private static final List<String> NAMING_TAGS = Stream.of(
                    ContentKind.ARTICLE, ContentKind.LIVE_UPDATE, ContentKind.STORY_LIST, ContentKind.SITE)
            .map(ContentKind::name)
            .toList();

    private final RevisionRepository revisions;

    RevisionArchive(RevisionRepository revisions) {
        this.revisions = revisions;
    }

    /** Puts away a revision that is no longer the current one. */
    public void keep(ContentKind kind, UUID target, RevisionLabel label, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Revision base = revisions.newest(kind, target).map(this::base).orElse(null);
        Revision.Key key = new Revision.Key(kind, target, label.number());
        if (base != null) {
            byte[] packed = DeltaCompression.pack(bytes, DeltaCompression.unpack(base.packed(), null));
            if (packed.length * 3 < base.packed().length) {
                revisions.persist(new Revision(key, base.number(), label, packed));
                return;
            }
        }
        revisions.persist(new Revision(key, null, label, DeltaCompression.pack(bytes, null)));
    }

    private @Nullable Revision base(Revision revision) {
        return revision.baseNumber() == null ? revision : base(revision, revision.baseNumber());
    }

    private @Nullable Revision base(Revision revision, long number) {
        Revision.Key of = revision.key();
        return revisions.findById(new Revision.Key(of.kind(), of.targetId(), number));
    }

    /** The stored JSON of a former revision. */
    public Optional<String> content(ContentKind kind, UUID target, long number) {
        return Optional.ofNullable(revisions.findById(new Revision.Key(kind, target, number)))
                .map(this::unpacked);
    }

    private String unpacked(Revision revision) {
        Revision base = revision.baseNumber() == null ? null : base(revision, revision.baseNumber());
        byte[] before = base == null ? null : DeltaCompression.unpack(base.packed(), null);
        return new String(DeltaCompression.unpack(revision.packed(), before), StandardCharsets.UTF_8);
    }

    /** Whether a former revision names a tag, that is public, scheduled, or approved and not published since. */
    public boolean isTagAwaited(UUID id) {
        return revisions
                .awaited(NAMING_TAGS)
                .anyMatch(revision -> unpacked(revision).contains(id.toString()));
    }

    public Optional<RevisionLabel> label(ContentKind kind, UUID target, long number) {
        return Optional.ofNullable(revisions.findById(new Revision.Key(kind, target, number)))
                .map(Revision::label);
    }

    /** Former revisions, newest first, those before a number. */
    public List<RevisionLabel> before(ContentKind kind, UUID target, long number, int count) {
        return revisions.before(kind, target, number, count).stream()
                .map(Revision::label)
                .toList();
    }

    /** Goes with the thing itself. */
    public void forget(ContentKind kind, UUID target) {
        revisions.forget(kind, target);
    }
}
