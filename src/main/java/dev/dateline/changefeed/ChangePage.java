package dev.dateline.changefeed;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of the answer, for the contract. */
@Schema(name = "ChangePage", description = "A page of changes.")
record ChangePage(
        @Schema(required = true) List<ChangeView> items,

        @Nullable
        @Schema(
                format = "uri-reference",
                description =
                        "Where to ask for what comes later. Left out on the pages of a start, but for the last one.")
        String since,

        @Nullable @Schema(format = "uri-reference", description = "There is more already.")
        String next) {}
