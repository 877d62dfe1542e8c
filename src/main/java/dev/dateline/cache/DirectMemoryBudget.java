package dev.dateline.cache;

import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory outside the heap, where answers are kept and whence all are sent. Near its limit
 * ({@code -XX:MaxDirectMemorySize}, which is {@code -Xmx} when left out) the JVM stops everything and collects all garbage
 * before it gives more. So half of it is for what is kept, and from three quarters on nothing more is kept and no long
 * answer is sent. The rest is for short ones: the system takes over the first of a connection at once, however slowly a client
 * reads, so that clients who take long ones slowly keep nobody else from reading. Trap: a second and third one on the same
 * connection stay here.
 */
public final class DirectMemoryBudget {

    public static final String FULL = "There is no room for so long an answer now. Ask for less, or try again soon.";

    private static final int SHORT_BYTES = 131_072;
    private static final long EIGHTH = PlatformDependent.maxDirectMemory() / 8;

    static final long FOR_THE_CACHE = 4 * EIGHTH;

    private static final BufferPoolMXBean ALL = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .findFirst()
            .orElseThrow();

    private static final AtomicLong CLAIMED = new AtomicLong();

    private DirectMemoryBudget() {}

    /** For what is to be kept, or is long. */
    public static boolean hasRoom(long bytes) {
        return ALL.getMemoryUsed() + CLAIMED.get() + bytes <= 6 * EIGHTH;
    }

    /** Takes room for an answer that is to be sent, until it is on its way; false, and nothing is taken, when there is none. */
    public static boolean claim(long bytes) {
        long wanted = ALL.getMemoryUsed() + CLAIMED.addAndGet(bytes);
        boolean isFree = bytes == 0 || wanted <= (bytes > SHORT_BYTES ? 6 : 7) * EIGHTH;
        if (!isFree) {
            release(bytes);
        }
        return isFree;
    }

    public static void release(long claimed) {
        CLAIMED.addAndGet(-claimed);
    }
}
