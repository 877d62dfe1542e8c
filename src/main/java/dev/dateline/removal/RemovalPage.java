package dev.dateline.removal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of the collection. */
@Schema(name = "RemovalPage", description = "A page of removals, newest first.")
record RemovalPage(
        @Schema(required = true) List<RemovalView> items,
        @Nullable @Schema(format = "uri-reference") String next,
        @Nullable @Schema(format = "uri-reference") String previous) {}
