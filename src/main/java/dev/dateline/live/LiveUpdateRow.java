package dev.dateline.live;

import dev.dateline.json.JsonText;
import dev.dateline.published.BodyFormat;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An update as it is stored.
 *
 * @param number of its last change
 * @param withdrawAt when it is to be withdrawn, or null
 * @param view null when it was withdrawn
 */
record LiveUpdateRow(
        UUID id,
        Instant publishedAt,
        long number,
        @Nullable Instant withdrawAt,
        @Nullable JsonText view,
        @Nullable JsonText body) {

    /** Without a body. */
    LiveUpdateRow(UUID id, Instant publishedAt, long number, @Nullable Instant withdrawAt, @Nullable JsonText view) {
        this(id, publishedAt, number, withdrawAt, view, JsonText.EMPTY);
    }

    long bytes() {
        return (view == null ? 0L : view.length()) + (body == null ? 0 : body.length());
    }

    boolean isWithdrawn() {
        return view == null;
    }

    /** As readers get it, where it is not withdrawn. */
    JsonText in(BodyFormat format, JsonText filled) {
        return body == null ? filled : format.join(filled, body);
    }
}
