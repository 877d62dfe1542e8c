package dev.dateline.change;

import dev.dateline.content.ContentKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of what is public.
 *
 * @param target the thing that changed
 * @param reason what is more to say of the event, or null
 * @param groups the cache groups it touches: whatever was answered from one of them may be outdated now
 */
public record Change(
        ContentKind kind,
        UUID target,
        Event event,
        @Nullable Reason reason,
        Set<String> groups) {

    public Change(ContentKind kind, UUID target, Event event, Set<String> groups) {
        this(kind, target, event, null, groups);
    }

    /** This, and another one of the same thing in the same transaction, as one. */
    Change followedBy(Change other) {
        Set<String> touched = new LinkedHashSet<>(groups);
        touched.addAll(other.groups);
        boolean stays = event != Event.UPDATED && other.event == Event.UPDATED;
        return new Change(
                kind, target, stays ? event : other.event, other.reason == null ? reason : other.reason, touched);
    }

    /** The cache group that every change touches. */
    public static final String ANY = "changes";

    /** All cache groups that these touch. */
    public static Set<String> groups(List<Change> changes) {
        Set<String> groups = new LinkedHashSet<>();
        if (!changes.isEmpty()) {
            groups.add(ANY);
        }
        changes.forEach(change -> groups.addAll(change.groups()));
        return groups;
    }

    /** How it changed. */
    public enum Event {
        PUBLISHED,
        UPDATED,
        WITHDRAWN
    }

    /** Why it changed, where there is more to say than that it did. */
    public enum Reason {
        /** A correction was added to an article. */
        CORRECTED,
        /** A list has other entries, or the same in another order. */
        REORDERED,
        /** A tag was merged into another, or stands for itself again. */
        MERGED,
        /** Its time was over. */
        EXPIRED,
        /** It was withdrawn for a legal reason, and must not be kept anywhere. */
        LEGAL
    }
}
