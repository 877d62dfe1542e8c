package dev.dateline.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of a collection that is read page by page. A collection with filters adds its own to them. */
public class PageRequest extends PageSize {

    @QueryParam("cursor")
    @Parameter(description = "Goes on from a page: taken from its `next` or `previous`, with the same query.")
    @Nullable
    public String cursor;

    @Context
    @SuppressWarnings("NullAway.Init") // it is there when a request is
    public UriInfo uri;

    /** Finds items beyond a cursor, or the first ones. */
    @FunctionalInterface
    public interface Finder<T> {
        /** @param count at most so many, in the direction of the cursor */
        List<T> find(@Nullable Cursor cursor, int count);
    }

    /** Finds items beyond a cursor, or the first ones, and may end before there are as many as wanted. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @param count at most so many, in the direction of the cursor; at least one where there is one */
        Slice<T> read(@Nullable Cursor cursor, int count);
    }

    /**
     * Reads the page that is asked for.
     *
     * @param parameters the query's; they are checked before anything is read
     * @param query all that decides which items come in which order, in one canonical text
     * @param position the cursor of an item, facing forwards
     * @throws dev.dateline.problem.Problem {@code invalid-parameter}, {@code invalid-cursor}
     */
    public <T> Page<T> page(Parameters parameters, String query, Finder<T> finder, Function<T, Cursor> position) {
        return pageThatFits(
                parameters, query, (from, count) -> Slice.first(count, finder.find(from, count + 1)), position);
    }

    /** The same, of items that may be long: a page may have fewer than are asked for, and then leads on. */
    public <T> Page<T> pageThatFits(
            Parameters parameters, String query, Reader<T> reader, Function<T, Cursor> position) {
        int count = limit(parameters);
        parameters.check();
        Cursor from = Cursor.decode(cursor, query);
        return Page.of(reader.read(from, count), from, position, query, uri);
    }
}
