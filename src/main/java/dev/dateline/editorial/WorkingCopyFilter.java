package dev.dateline.editorial;

import dev.dateline.content.ArticleKind;
import dev.dateline.published.WithdrawalKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which working copies a list shows. Null leaves a side open; of several values one must fit.
 *
 * @param words what it must have, as PostgreSQL writes it; see {@link WordFilter}
 * @param article of live updates only: their page
 * @param live whether the public reads it
 * @param scheduled whether a publication waits for its time
 * @param scheduleFailed whether its time came and it could not be published
 * @param endsBefore of what is public: it will be withdrawn before
 * @param unpublishedChanges whether the public reads an older revision
 * @param modifiedBy who saved the current revision
 * @param kinds of articles only
 * @param embargoed of articles only: whether an embargo is not over yet
 * @param tags of articles only: all of these must fit
 */
record WorkingCopyFilter(
        @Nullable String words,
        @Nullable Set<UUID> ids,
        @Nullable UUID article,
        @Nullable String slug,
        @Nullable Set<String> languages,
        @Nullable String externalId,
        @Nullable Set<ReviewState> reviews,
        @Nullable Boolean live,
        @Nullable Boolean scheduled,
        @Nullable Instant scheduledAfter,
        @Nullable Instant scheduledBefore,
        @Nullable Boolean scheduleFailed,
        @Nullable Instant endsBefore,
        @Nullable Set<WithdrawalKind> withdrawals,
        @Nullable Boolean unpublishedChanges,
        @Nullable Set<String> modifiedBy,
        @Nullable Instant modifiedAfter,
        @Nullable Instant modifiedBefore,
        @Nullable Set<ArticleKind> kinds,
        @Nullable Boolean embargoed,
        List<Carried> tags,
        WorkingCopyOrder order) {

    /** That one of some tags must be carried, or that none may be. */
    record Carried(boolean excluded, Set<UUID> anyOf) {}

    /** @param kind of content */
    String fingerprint(String kind) {
        return kind + " " + this;
    }
}
