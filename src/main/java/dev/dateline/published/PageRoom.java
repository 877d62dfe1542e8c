package dev.dateline.published;

import dev.dateline.cache.DirectMemoryBudget;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.inject.Singleton;

/**
 * Whether there is memory for a page of whole bodies, asked before one of them is read. To lay it together takes some four
 * times its bytes in the heap, to send it takes them once more outside.
 */
@Singleton
public class PageRoom {

    private static final int SHARE_OF_HEAP = 8;

    private final DirectMemoryBudget memory;

    PageRoom(DirectMemoryBudget memory) {
        this.memory = memory;
    }

    /** @throws Problem {@code unavailable} */
    public void require(long bytes) {
        if (bytes > Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP || !memory.hasRoom(bytes)) {
            throw new Problem(ProblemType.UNAVAILABLE, DirectMemoryBudget.FULL);
        }
    }
}
