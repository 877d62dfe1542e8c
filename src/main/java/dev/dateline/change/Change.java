package dev.dateline.change;

import dev.dateline.content.ContentKind;
import java.util.Set;
import java.util.UUID;

/**
 * One change of what is public.
 *
 * @param target the thing that changed
 * @param groups the cache groups it touches: whatever was answered from one of them may be outdated now
 */
public record Change(ContentKind kind, UUID target, Event event, Set<String> groups) {

    /** How it changed. */
    public enum Event {
        PUBLISHED,
        UPDATED,
        WITHDRAWN
    }
}
