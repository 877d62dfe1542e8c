package dev.dateline.editorial.publishing;

import dev.dateline.problem.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what content lacks to be public. */
final class RequiredFields {

    private RequiredFields() {}

    static void require(@Nullable Object value, String field, List<Fault> faults) {
        boolean missing = value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof List<?> list && list.isEmpty());
        if (missing) {
            faults.add(Fault.at("/" + field, "is required for publishing"));
        }
    }
}
