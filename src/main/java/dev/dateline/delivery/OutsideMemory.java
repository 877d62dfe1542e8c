package dev.dateline.delivery;

import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/**
 * The memory outside the heap, where answers are kept and whence all are sent. Near its limit
 * ({@code -XX:MaxDirectMemorySize}, which is {@code -Xmx} when left out) the JVM stops everything and collects all garbage
 * before it gives more. So half of it is for what is kept, from three quarters on nothing more is kept, and from seven
 * eighths on nothing more is computed.
 */
final class OutsideMemory {

    private static final long EIGHTH = PlatformDependent.maxDirectMemory() / 8;

    static final long FOR_THE_CACHE = 4 * EIGHTH;

    private static final BufferPoolMXBean ALL = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .findFirst()
            .orElseThrow();

    private OutsideMemory() {}

    static boolean hasRoomToKeep(long bytes) {
        return ALL.getMemoryUsed() + bytes <= 6 * EIGHTH;
    }

    /** Because readers are still being sent so much. */
    static boolean isShort() {
        return ALL.getMemoryUsed() > 7 * EIGHTH;
    }
}
