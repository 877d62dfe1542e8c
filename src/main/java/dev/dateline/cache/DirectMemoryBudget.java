package dev.dateline.cache;

import io.netty.util.internal.PlatformDependent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The memory outside the heap, where answers are kept and whence all are sent. Near its limit
 * ({@code -XX:MaxDirectMemorySize}, which is {@code -Xmx} when left out) the JVM halts everything and collects all garbage
 * before it gives more. So half of it is for what is kept, and from three quarters on nothing more is kept and no long
 * answer is sent. The rest is for short ones: the system takes over the first of a connection at once, however slowly a
 * client reads, so clients who take long answers slowly keep none from short ones. Trap: a second and third one on the same
 * connection stay here.
 */
@Singleton
public class DirectMemoryBudget {

    public static final String FULL = "There is no room for so long an answer now. Ask for less, or try again soon.";

    private static final int SHORT_BYTES = 131_072;

    private final long eighth;
    private final LongSupplier used;
    private final AtomicLong claimed = new AtomicLong();

    @Inject
    DirectMemoryBudget() {
        this(PlatformDependent.maxDirectMemory(), directBuffers()::getMemoryUsed);
    }

    /** @param used how many bytes are taken now, what is claimed not counted */
    public DirectMemoryBudget(long maxBytes, LongSupplier used) {
        this.eighth = maxBytes / 8;
        this.used = used;
    }

    private static BufferPoolMXBean directBuffers() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .findFirst()
                .orElseThrow();
    }

    /** What answers that are kept may take, in bytes. */
    long forTheCache() {
        return 4 * eighth;
    }

    /** For what is to be kept, or is long. */
    public boolean hasRoom(long bytes) {
        return used.getAsLong() + claimed.get() + bytes <= 6 * eighth;
    }

    /** Takes room for an answer that is to be sent, until it is on its way; false, and nothing is taken, when there is none. */
    public boolean claim(long bytes) {
        long wanted = used.getAsLong() + claimed.addAndGet(bytes);
        boolean isFree = bytes == 0 || wanted <= (bytes > SHORT_BYTES ? 6 : 7) * eighth;
        if (!isFree) {
            release(bytes);
        }
        return isFree;
    }

    /** Gives back what was claimed. */
    public void release(long bytes) {
        claimed.addAndGet(-bytes);
    }
}
