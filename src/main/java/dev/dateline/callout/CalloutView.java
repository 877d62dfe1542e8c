package dev.dateline.callout;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A callout as readers get it. */
@Schema(name = "Callout", description = "A call to act, to be shown now.")
public record CalloutView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000005")
        UUID id,

        @Schema(required = true, examples = "Support our newsroom")
        String title,

        @Nullable @Schema(examples = "We are read by thousands and paid by hundreds.")
        String text,

        @Schema(required = true, description = "On the button.", examples = "Give monthly")
        String label,

        @Schema(required = true, format = "uri", examples = "https://example.org/support")
        String url,

        @Schema(required = true, description = "Where to show it.", examples = "top")
        String placement,

        @Nullable @Schema(description = "BCP 47; absent for every language.", examples = "be")
        String language,

        @Nullable @Schema(description = "Show it until just before this time.")
        Instant until) {}
