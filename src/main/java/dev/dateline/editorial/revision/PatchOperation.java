package dev.dateline.editorial.revision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of a JSON Patch. */
@Schema(name = "PatchOperation", description = "A step of a JSON Patch (RFC 6902).")
public record PatchOperation(
        @Schema(required = true, examples = "replace") String op,
        @Schema(required = true, examples = "/headline") String path,

        @Nullable @Schema(description = "For move and copy.")
        String from,

        @Nullable @Schema(description = "For add, replace and test.")
        Object value) {}
