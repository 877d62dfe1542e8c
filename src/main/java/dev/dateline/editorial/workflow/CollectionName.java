package dev.dateline.editorial.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kinds of working copies as they stand in addresses; for the contract. */
@Schema(name = "Collection", description = "A kind of working copy, as it stands in addresses.")
enum CollectionName {
    @JsonProperty("articles")
    ARTICLES,
    @JsonProperty("story-lists")
    STORY_LISTS,
    @JsonProperty("callouts")
    CALLOUTS,
    @JsonProperty("fronts")
    FRONTS
}
