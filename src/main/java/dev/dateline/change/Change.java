package dev.dateline.change;

import dev.dateline.content.ContentKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One change of what is public.
 *
 * @param target the thing that changed
 * @param groups the cache groups it touches: whatever was answered from one of them may be outdated now
 */
public record Change(ContentKind kind, UUID target, Event event, Set<String> groups) {

    /** All cache groups that these touch. */
    public static Set<String> groups(List<Change> changes) {
        Set<String> groups = new LinkedHashSet<>();
        changes.forEach(change -> groups.addAll(change.groups()));
        return groups;
    }

    /** How it changed. */
    public enum Event {
        PUBLISHED,
        UPDATED,
        WITHDRAWN
    }
}
