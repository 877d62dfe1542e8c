package dev.dateline.published;

import dev.dateline.content.PublishedBlock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A body, as the contract shows it: in the one format that was asked for. */
@Schema(
        name = "Body",
        description = "The body; exactly one field is present, named like the format that was asked for.")
public record BodyView(
        @Nullable List<PublishedBlock> blocks,

        @Nullable @Schema(examples = "<p>The bridge opened at six.</p>")
        String html,

        @Nullable @Schema(description = "CommonMark.", examples = "The bridge opened at *six*.")
        String markdown,

        @Nullable @Schema(description = "Plain text.", examples = "The bridge opened at six.")
        String text) {}
