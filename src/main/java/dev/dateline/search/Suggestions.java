package dev.dateline.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody may be typing. */
@Schema(description = "What somebody may be typing.")
record Suggestions(
        @Schema(required = true, description = "The newest first.")
        List<SuggestedArticle> articles,

        @Schema(required = true, description = "Those first that most of the newest articles carry.")
        List<SuggestedTag> tags) {}
