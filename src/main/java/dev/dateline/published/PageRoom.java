package dev.dateline.published;

import dev.dateline.cache.DirectMemoryBudget;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * How much of a page of whole bodies is read, decided before one of them is. To lay it together takes some four times its
 * bytes in the heap, to send it takes them once more outside. So a page ends where it gets long, whatever was asked for. Where
 * that is depends on its things alone and not on what memory is free, and a few who ask for much take none from all others.
 */
@Singleton
public class PageRoom {

    /** Where a page ends; of a longer thing it has that alone. */
    public static final int MOST_BYTES = 1_048_576;

    private static final int SHARE_OF_HEAP = 8;

    private final DirectMemoryBudget memory;

    PageRoom(DirectMemoryBudget memory) {
        this.memory = memory;
    }

    /**
     * How many of the first things make a page: all, or as many as fit.
     *
     * @param found one more than are wanted, to know whether there is more
     * @param count how many are wanted
     * @param taken bytes of the page that other things have
     * @throws Problem {@code unavailable} when there is no memory for so many now
     */
    public MeasuredPage fit(List<MeasuredPage.Measured> found, int count, long taken) {
        int fitting = 0;
        long bytes = 0;
        while (fitting < Math.min(count, found.size())) {
            bytes += found.get(fitting).bytes();
            if (fitting > 0 && taken + bytes > MOST_BYTES) {
                bytes -= found.get(fitting).bytes();
                break;
            }
            fitting++;
        }
        require(bytes);
        return new MeasuredPage(
                fitting, fitting == 0 ? null : found.get(fitting - 1).id(), found.size() > fitting);
    }

    /** @throws Problem {@code unavailable} */
    public void require(long bytes) {
        if (bytes > Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP || !memory.hasRoom(bytes)) {
            throw new Problem(ProblemType.UNAVAILABLE, DirectMemoryBudget.FULL);
        }
    }
}
