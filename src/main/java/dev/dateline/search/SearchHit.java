package dev.dateline.search;

import dev.dateline.http.Cursor;
import dev.dateline.json.JsonText;
import java.util.UUID;

/**
 * An article that was found.
 *
 * @param document its number in the index as it was read
 * @param position its place in the order
 */
record SearchHit(UUID id, int document, Cursor position, JsonText card) {}
