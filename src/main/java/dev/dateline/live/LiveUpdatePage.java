package dev.dateline.live;

import dev.dateline.content.LiveState;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of the collection, for the contract. */
@Schema(name = "LiveUpdatePage", description = "A page of updates, or what has changed of them.")
record LiveUpdatePage(
        @Schema(required = true) List<LiveUpdateView> items,

        @Nullable @Schema(description = "With `since`: those that are withdrawn now, by id.")
        List<UUID> withdrawn,

        @Schema(required = true, description = "Whether the page goes on.")
        LiveState liveState,

        @Schema(
                required = true,
                format = "uri-reference",
                description =
                        "Asks for what has changed since this answer. Who walks through several pages keeps that of the first.")
        String since,

        @Nullable @Schema(format = "uri-reference") String next,
        @Nullable @Schema(format = "uri-reference") String previous) {}
