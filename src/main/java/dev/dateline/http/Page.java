package dev.dateline.http;

import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a collection and the addresses of its neighbours.
 *
 * @param next null on the last page
 * @param previous null on the first page
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable String previous) {

    /**
     * Cuts a page from what a query found.
     *
     * @param found in the direction of the cursor
     * @param position the cursor of an item, facing forwards
     */
    public static <T> Page<T> of(
            Slice<T> found, @Nullable Cursor cursor, Function<T, Cursor> position, String query, UriInfo uri) {
        boolean more = found.hasMore();
        List<T> items = new ArrayList<>(found.items());
        boolean backwards = cursor != null && cursor.backwards();
        if (backwards) {
            Collections.reverse(items);
        }
        boolean hasNext = !items.isEmpty() && (backwards || more);
        boolean hasPrevious = !items.isEmpty() && (backwards ? more : cursor != null);
        return new Page<>(
                items,
                hasNext ? address(uri, position.apply(items.get(items.size() - 1)), query) : null,
                hasPrevious ? address(uri, position.apply(items.get(0)).turned(), query) : null);
    }

    private static String address(UriInfo uri, Cursor cursor, String query) {
        return QueryString.append(uri.getPath(), uri.getQueryParameters(), Map.of("cursor", cursor.encode(query)));
    }

    public <R> Page<R> map(Function<T, R> function) {
        return new Page<>(items.stream().map(function).toList(), next, previous);
    }

    /** The same for what is looked up together. */
    public <R> Page<R> mapAll(Function<List<T>, List<R>> function) {
        return new Page<>(function.apply(items), next, previous);
    }

    /** The same neighbours as a {@code Link} header (RFC 8288), or null when there are none. */
    public @Nullable String link() {
        String links = Stream.of(link(next, "next"), link(previous, "prev"))
                .filter(link -> !link.isEmpty())
                .collect(Collectors.joining(", "));
        return links.isEmpty() ? null : links;
    }

    private static String link(@Nullable String target, String relation) {
        return target == null ? "" : "<" + target + ">; rel=\"" + relation + "\"";
    }
}
