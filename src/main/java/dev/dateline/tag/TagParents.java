package dev.dateline.tag;

import java.util.List;
import java.util.UUID;

/**
 * The tags right above one.
 *
 * @param named their ids as they are stored: those that were merged stay, so that the merge can be undone
 * @param above the ids of what they lead to
 */
public record TagParents(List<UUID> named, List<UUID> above) {}
