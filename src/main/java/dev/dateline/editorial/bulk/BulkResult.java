package dev.dateline.editorial.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemDetails;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How one operation ended. */
@Schema(name = "BulkResult", description = "How one operation ended: the thing's id and version, or a problem.")
record BulkResult(
        @Schema(required = true, description = "The status it would have had by itself.", examples = "201")
        int status,

        @Nullable @Schema(examples = "01981f2c-5a00-7000-8000-000000000003")
        UUID id,

        @Nullable @Schema(description = "In quotes, it is the ETag.", examples = "1")
        Long version,

        @Nullable ProblemDetails problem) {

    static BulkResult of(int status, @Nullable ObjectNode view) {
        return view == null
                ? new BulkResult(status, null, null, null)
                : new BulkResult(
                        status,
                        UUID.fromString(view.get("id").textValue()),
                        view.get("version").longValue(),
                        null);
    }

    static BulkResult of(Problem problem) {
        return new BulkResult(problem.type().status(), null, null, problem.details());
    }
}
