package dev.dateline.tag;

import dev.dateline.content.Credit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of a byline as readers see it. */
@Schema(name = "BylineEntry", description = "Who made the article, and what they did.")
public record Byline(
        @Schema(required = true, examples = "Алена Карповіч")
        String name,

        @Schema(required = true) Credit.Role role,

        @Nullable @Schema(description = "Slug of the contributor's tag.", examples = "alena-karpovich")
        String contributor) {}
