package dev.dateline.tag;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What tags look like, by placeholder; empty for one that is gone.
 *
 * @param since on the clock of the cache groups: what changed later is not in it
 */
record TagLooks(long since, Map<String, Optional<TagPiece>> pieces) {

    TagLooks(long since) {
        this(since, new ConcurrentHashMap<>());
    }
}
