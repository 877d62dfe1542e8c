package dev.dateline.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was probably meant. */
@Schema(name = "SearchSpelling", description = "What was probably meant.")
record SearchedSpelling(
        @Schema(required = true, examples = "мост") String query,

        @Schema(
                required = true,
                description = "Whether it was searched, because nothing has what was asked for.",
                examples = "true")
        boolean searched) {}
