package dev.dateline.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of highlights, for the contract. */
@Schema(
        name = "SearchHighlights",
        description =
                "Where the words stand, as HTML with `<mark>` and no other element. Fields without any of the words are left out.")
record FoundWords(
        @Nullable @Schema(examples = "The <mark>bridge</mark> reopens")
        String headline,

        @Nullable String lead,

        @Nullable @Schema(description = "Pieces of the body, with ` … ` between them.")
        String body) {}
