package dev.dateline.media;

import dev.dateline.content.Exposure;
import java.time.Instant;

/**
 * Something public with a picture.
 *
 * @param isArticlePublic whether the article that it belongs to is public, if it belongs to one
 */
record Showing(ShownImage image, boolean isArticlePublic) {

    /** Whether readers may get it now. */
    boolean isVisible(Instant now) {
        return isArticlePublic
                && image.exposure().isDue(now)
                && (image.expiresAt() == null || image.expiresAt().isAfter(now));
    }

    /** Whether nothing but its publication decides. */
    boolean isPlain() {
        return image.exposure().equals(Exposure.ALWAYS);
    }
}
