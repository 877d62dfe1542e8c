package dev.dateline.change;

import java.util.List;
import java.util.Set;

/**
 * Told to all observers, on every node, when changes have been committed; on the node that made them before the
 * writer is told so. May come more than once for one change.
 *
 * @param groups the cache groups that were touched
 * @param everything whether all others may have been touched too
 * @param logged the changes as the log has them, each once and in its order; none where a node tells itself what it has just
 *     committed, and hears it again from the log
 */
public record Changed(Set<String> groups, boolean everything, List<LoggedChange> logged) {

    /** By this node, a moment ago. */
    static Changed here(Set<String> groups) {
        return new Changed(groups, false, List.of());
    }

    static Changed inLog(List<LoggedChange> logged) {
        return new Changed(
                Change.groups(logged.stream().map(LoggedChange::change).toList()), false, logged);
    }

    /** For when nobody can say what has changed. */
    static Changed allThere() {
        return new Changed(Set.of(), true, List.of());
    }
}
