package dev.dateline.published;

import dev.dateline.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameter with which readers choose the form of a body that they get in any case. */
public final class BodyParameter {

    @QueryParam("body")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            title = "BodyFormat",
                            enumeration = {"blocks", "html", "markdown", "text", "none"},
                            defaultValue = "blocks"),
            description = "The body's format.")
    @Nullable
    public String body;

    /** Reads it; a fault is noted. */
    public BodyFormat format(Parameters parameters) {
        return parameters.choice("body", body, BodyFormat.class, BodyFormat.BLOCKS);
    }
}
