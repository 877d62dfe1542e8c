package dev.dateline.live;

import dev.dateline.content.ArticleKind;
import dev.dateline.content.LiveState;
import dev.dateline.content.Slug;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The article that holds updates.
 *
 * @param slug null when it was withdrawn
 * @param kind null when it was withdrawn
 * @param state of a live page
 * @param withdrawAt when it is to be withdrawn, or null
 */
record LivePage(
        UUID id,
        @Nullable String slug,
        @Nullable ArticleKind kind,
        @Nullable LiveState state,
        @Nullable Instant withdrawAt) {

    boolean isWithdrawn() {
        return kind == null;
    }

    /** Whether a slug is one that it had. */
    boolean isMovedFrom(String reference) {
        return slug != null && Slug.isSlug(reference) && !slug.equals(reference);
    }

    boolean isLive() {
        return kind == ArticleKind.LIVE;
    }

    /** Where its updates are read. */
    static String path(UUID article) {
        return "/v1/articles/" + article + "/updates";
    }
}
