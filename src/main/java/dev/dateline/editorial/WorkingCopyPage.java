package dev.dateline.editorial;

import dev.dateline.http.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of working copies, as they are or as they are shown.
 *
 * @param count how many there are in all, where that was asked for
 */
public record WorkingCopyPage<T>(Page<T> page, @Nullable Long count) {

    <R> WorkingCopyPage<R> map(Function<List<T>, List<R>> function) {
        return new WorkingCopyPage<>(page.mapAll(function), count);
    }
}
