package dev.dateline.change;

import java.util.Set;

/**
 * Told to all observers, on every node, when changes have been committed; on the node that made them before the
 * writer is told so. May come more than once for one change.
 *
 * @param groups the cache groups that were touched
 * @param everything whether all others may have been touched too
 */
public record Changed(Set<String> groups, boolean everything) {

    Changed(Set<String> groups) {
        this(groups, false);
    }

    /** For when nobody can say what has changed. */
    static Changed allThere() {
        return new Changed(Set.of(), true);
    }
}
