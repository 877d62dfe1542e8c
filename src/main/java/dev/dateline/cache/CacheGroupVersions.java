package dev.dateline.cache;

import dev.dateline.change.Changed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When each cache group last changed, on one clock that ticks with every change. An answer notes the clock before its
 * query runs; it may be trusted while none of its groups has changed after that.
 *
 * <p>Groups share a fixed number of slots, so the memory never grows and nothing is ever forgotten. Two groups that meet
 * in a slot outdate each other's answers now and then; no outdated answer is ever taken for a good one.
 */
@Singleton
public class CacheGroupVersions {

    private static final int SLOTS = 1 << 18;

    private final AtomicLong clock = new AtomicLong();
    private final AtomicLong everythingChangedAt = new AtomicLong();
    private final AtomicLongArray changedAt = new AtomicLongArray(SLOTS);

    public long now() {
        return clock.get();
    }

    /** The clock comes last: what is read from then on has seen all that is noted here. */
    synchronized void touch(@Observes Changed changed) {
        long at = clock.get() + 1;
        if (changed.everything()) {
            everythingChangedAt.accumulateAndGet(at, Math::max);
        }
        for (int slot : slots(changed.groups())) {
            changedAt.accumulateAndGet(slot, at, Math::max);
        }
        clock.set(at);
    }

    static int[] slots(Collection<String> groups) {
        return groups.stream().mapToInt(CacheGroupVersions::slot).toArray();
    }

    private static int slot(String group) {
        return (group.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - 18);
    }

    /** Whether nothing of a group that was read after that moment can have changed since. */
    public boolean isUnchanged(String group, long since) {
        return unchanged(new int[] {slot(group)}, since);
    }

    /** Whether nothing that was read after that moment can have changed since. */
    boolean unchanged(int[] slots, long since) {
        if (everythingChangedAt.get() > since) {
            return false;
        }
        for (int slot : slots) {
            if (changedAt.get(slot) > since) {
                return false;
            }
        }
        return true;
    }
}
