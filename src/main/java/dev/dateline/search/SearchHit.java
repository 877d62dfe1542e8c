package dev.dateline.search;

import dev.dateline.http.Cursor;
import dev.dateline.json.JsonText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article that was found.
 *
 * @param document its number in the index as it was read
 * @param position its place in the order
 * @param withdrawAt when it is withdrawn, if that is known
 */
record SearchHit(
        UUID id, int document, Cursor position, @Nullable Instant withdrawAt, JsonText card) {}
