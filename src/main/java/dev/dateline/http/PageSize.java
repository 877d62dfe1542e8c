package dev.dateline.http;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameter that says how many items a page has. */
public class PageSize {

    @QueryParam("limit")
    @Parameter(
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"),
            description = "Items a page.")
    @Nullable
    public String limit;

    /** From 1 to 100, or a fault. */
    public int limit(Parameters parameters) {
        return parameters.limit(limit);
    }

    /** What the address of the next page says of the size. */
    public String andLimit() {
        return limit == null ? "" : "&limit=" + limit;
    }
}
