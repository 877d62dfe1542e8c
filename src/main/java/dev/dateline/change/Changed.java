package dev.dateline.change;

import java.util.Set;

/**
 * Told to whoever observes it, on every node, when changes have been committed; on the node that made them before the
 * writer is told so. May come more than once for one change.
 *
 * @param groups the cache groups that were touched
 */
public record Changed(Set<String> groups) {}
