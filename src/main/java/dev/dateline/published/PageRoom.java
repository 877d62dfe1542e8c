package dev.dateline.published;

import dev.dateline.cache.DirectMemoryBudget;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * How much of a page of whole bodies is read, decided before one of them is. To lay it together takes some four times its
 * bytes in the heap, to send it takes them once more outside. So a page ends where it gets long, whatever was asked for:
 * the same question has the same answer at any time, and a few who ask for much take no memory from all others.
 */
@Singleton
public class PageRoom {

    /** Where a page ends; of a longer thing it has that alone. */
    static final int MOST_BYTES = 1_048_576;

    private static final int SHARE_OF_HEAP = 8;

    private final DirectMemoryBudget memory;

    PageRoom(DirectMemoryBudget memory) {
        this.memory = memory;
    }

    /**
     * How many of the first things make a page: all, or as many as fit.
     *
     * @param sizes in bytes
     * @throws Problem {@code unavailable} when there is no memory for so many now
     */
    public int fit(List<Long> sizes) {
        int count = 0;
        long bytes = 0;
        for (long size : sizes) {
            if (count > 0 && bytes + size > MOST_BYTES) {
                break;
            }
            count++;
            bytes += size;
        }
        require(bytes);
        return count;
    }

    /** @throws Problem {@code unavailable} */
    public void require(long bytes) {
        if (bytes > Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP || !memory.hasRoom(bytes)) {
            throw new Problem(ProblemType.UNAVAILABLE, DirectMemoryBudget.FULL);
        }
    }
}
