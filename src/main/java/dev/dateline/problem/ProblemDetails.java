package dev.dateline.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every failed request, as RFC 9457 defines it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "The body of every failed request (RFC 9457).")
public record ProblemDetails(
        @Schema(
                required = true,
                format = "uri-reference",
                description = "Names the kind of problem, never changes, and leads to a page that explains it.",
                examples = "/problems/invalid-parameter")
        String type,

        @Schema(required = true, description = "The kind of problem in words.", examples = "A parameter does not fit")
        String title,

        @Schema(required = true, description = "The HTTP status.", examples = "400", minimum = "400", maximum = "599")
        int status,

        @Schema(required = true, description = "What happened this time.", examples = "One parameter is wrong.")
        String detail,

        @Schema(description = "Every fault that was found, where it can be located.")
        List<Fault> errors) {}
