package dev.dateline.editorial.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Operations that come together. */
@Schema(name = "Bulk", description = "Operations that come together, in order.")
public record BulkInput(
        @Schema(
                description =
                        "`true`: all or nothing, and the first that is refused is the answer; `false`: each on its own.",
                defaultValue = "false",
                examples = "true")
        boolean atomic,

        @NotNull(message = "is required: 1 to 200 operations")
        @Size(min = 1, max = 200, message = "must be 1 to 200 operations")
        @Schema(
                required = true,
                examples =
                        "[{\"method\": \"POST\", \"path\": \"/v1/editorial/callouts\", \"body\": {\"title\": \"Read us\"}}]")
        List<@NotNull(message = "must be an object") @Valid Operation> operations) {

    /** One of them. */
    @Schema(name = "BulkOperation", description = "A request as it would be made by itself.")
    public record Operation(
            @NotNull(message = "must be POST, PUT, PATCH or DELETE") @Schema(required = true)
            Method method,

            @NotNull(message = "is required")
            @Size(max = 300, message = "must be at most 300 characters long")
            @Schema(
                    required = true,
                    description =
                            "A collection of working copies, one of it, or its `publication`, `schedule` or `review`.",
                    examples = "/v1/editorial/articles")
            String path,

            @Nullable
            @Size(max = 300, message = "must be at most 300 characters long")
            @Schema(description = "As the header If-Match; required where that is.", examples = "\"1\"")
            String ifMatch,

            @Nullable
            @Schema(
                    implementation = Object.class,
                    type = SchemaType.OBJECT,
                    description = "The body it would have; with DELETE of a publication, `kind` and `note`.")
            JsonNode body) {}

    /** What is done. */
    @Schema(name = "BulkMethod", description = "What is done.")
    public enum Method {
        @JsonProperty("POST")
        POST,
        @JsonProperty("PUT")
        PUT,
        @JsonProperty("PATCH")
        PATCH,
        @JsonProperty("DELETE")
        DELETE
    }
}
