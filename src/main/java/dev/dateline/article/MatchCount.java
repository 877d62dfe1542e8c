package dev.dateline.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many articles match a query. */
@Schema(description = "How many articles match.")
public record MatchCount(
        @Schema(required = true, examples = "28") long value,

        @Schema(required = true, description = "False when there are at least that many.", examples = "true")
        boolean exact) {}
