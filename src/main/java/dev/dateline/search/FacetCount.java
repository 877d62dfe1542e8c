package dev.dateline.search;

import dev.dateline.content.TagType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of a count, for the contract. */
@Schema(description = "How many of the found articles have a value.")
record FacetCount(
        @Schema(
                required = true,
                description = "What the filter of the same name takes; of months, year and month in UTC.",
                examples = "minsk")
        String value,

        @Schema(required = true, examples = "12") long count,
        @Nullable @Schema(description = "Of tags.") UUID id,
        @Nullable @Schema(description = "Of tags.") TagType type,

        @Nullable @Schema(description = "Of tags, by language.")
        Map<String, String> names) {}
