package dev.dateline.exchange;

import dev.dateline.editorial.tag.TagMergeService;
import dev.dateline.editorial.tag.TagService;
import dev.dateline.exchange.ImportCounts.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What imports do with tags beside writing them. */
@Singleton
class TagImports {

    private final ImportRepository imports;
    private final TagService tags;
    private final TagMergeService merges;

    TagImports(ImportRepository imports, TagService tags, TagMergeService merges) {
        this.imports = imports;
        this.tags = tags;
        this.merges = merges;
    }

    ImportTarget target() {
        return new TagTarget(tags);
    }

    /** The tags that the newsroom has, each asked for when a format needs it. */
    ExistingTags existing() {
        return new ExistingTags(
                source -> QuarkusTransaction.requiringNew().call(() -> imports.tagSlug(source)),
                slug -> QuarkusTransaction.requiringNew()
                        .call(() -> tags.bySlug(slug))
                        .map(ExistingTags.Existing::of));
    }

    /**
     * In the caller's transaction. Only what an import made and nobody changed since: a tag of the newsroom's own stays, and a
     * merge that was undone stays so.
     */
    Outcome merge(@Nullable ImportedRecord tag, @Nullable ImportedRecord other) {
        if (tag == null || other == null) {
            return Outcome.SKIPPED;
        }
        imports.flush();
        return merges.merge(tag.targetId(), tag.targetVersion(), other.targetId())
                ? Outcome.UPDATED
                : Outcome.UNCHANGED;
    }
}
