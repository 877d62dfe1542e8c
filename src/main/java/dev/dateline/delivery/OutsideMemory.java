package dev.dateline.delivery;

import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory outside the heap, where answers are kept and whence all are sent. Near its limit
 * ({@code -XX:MaxDirectMemorySize}, which is {@code -Xmx} when left out) the JVM stops everything and collects all garbage
 * before it gives more. So half of it is for what is kept, and from three quarters on nothing more is kept and no long
 * answer is sent. The rest is for short ones: the system takes these over at once, however slowly a client reads, so that
 * clients who take long ones slowly keep nobody else from reading.
 */
final class OutsideMemory {

    private static final int SHORT_BYTES = 131_072;
    private static final long EIGHTH = PlatformDependent.maxDirectMemory() / 8;

    static final long FOR_THE_CACHE = 4 * EIGHTH;

    private static final BufferPoolMXBean ALL = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .findFirst()
            .orElseThrow();

    private static final AtomicLong CLAIMED = new AtomicLong();

    private OutsideMemory() {}

    static boolean hasRoomToKeep(long bytes) {
        return ALL.getMemoryUsed() + CLAIMED.get() + bytes <= 6 * EIGHTH;
    }

    static boolean hasRoomToSend(long bytes) {
        return hasRoom(CLAIMED.get() + bytes, bytes);
    }

    /** Takes room for an answer that is to be sent, until it is on its way; false, and nothing is taken, when there is none. */
    static boolean claim(long bytes) {
        boolean isFree = hasRoom(CLAIMED.addAndGet(bytes), bytes);
        if (!isFree) {
            release(bytes);
        }
        return isFree;
    }

    static void release(long claimed) {
        CLAIMED.addAndGet(-claimed);
    }

    private static boolean hasRoom(long wanted, long bytes) {
        return ALL.getMemoryUsed() + wanted <= (bytes > SHORT_BYTES ? 6 : 7) * EIGHTH;
    }
}
