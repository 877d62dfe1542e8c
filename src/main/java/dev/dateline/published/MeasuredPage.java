package dev.dateline.published;

import dev.dateline.http.Slice;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many of the first things that a query finds go on a page, as {@link PageRoom} has measured them.
 *
 * @param last the last of those; null when there is none
 * @param hasMore whether there are others beyond it
 */
public record MeasuredPage(int count, @Nullable UUID last, boolean hasMore) {

    /** A thing and its bytes. */
    public record Measured(UUID id, long bytes) {}

    /**
     * What was then read. Others may have come in between or gone, and then it ends elsewhere: so it leads on, and nothing is
     * missed.
     */
    public <T> Slice<T> read(List<T> rows, Function<T, UUID> id) {
        boolean isAsMeasured = rows.isEmpty()
                ? last == null
                : id.apply(rows.get(rows.size() - 1)).equals(last);
        return new Slice<>(rows, hasMore || !isAsMeasured);
    }
}
