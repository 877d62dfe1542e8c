package dev.dateline.content;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The headline's variants for other places than the page. */
@Schema(description = "The headline's variants for other places than the page.")
public record Headlines(
        @Nullable
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(description = "For push notifications.", examples = "The bridge is open")
        String push,

        @Nullable
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(description = "For social networks.", examples = "A year later, trams cross the river again")
        String social,

        @Nullable
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(description = "For search engines.", examples = "Minsk bridge reopens after a year of repairs")
        String seo) {}
