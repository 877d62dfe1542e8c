package dev.dateline.delivery;

import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/**
 * The memory outside the heap, where answers are kept and whence all are sent. Near its limit
 * ({@code -XX:MaxDirectMemorySize}, which is {@code -Xmx} when left out) the JVM stops everything and collects all garbage
 * before it gives more; so we go no nearer than three quarters.
 */
final class OutsideMemory {

    static final long MAX_BYTES = PlatformDependent.maxDirectMemory() / 4 * 3;

    private static final BufferPoolMXBean ALL = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .findFirst()
            .orElseThrow();

    private OutsideMemory() {}

    static boolean hasRoom(long bytes) {
        return ALL.getMemoryUsed() + bytes <= MAX_BYTES;
    }
}
