package dev.dateline.http;

import java.util.List;

/**
 * Some of what a query finds, in the order in which it was asked.
 *
 * @param hasMore whether there is something beyond the last item
 */
public record Slice<T>(List<T> items, boolean hasMore) {

    /** The first so many of what was found; one more was asked for, to know whether there is more. */
    public static <T> Slice<T> first(int count, List<T> found) {
        return new Slice<>(found.subList(0, Math.min(count, found.size())), found.size() > count);
    }
}
