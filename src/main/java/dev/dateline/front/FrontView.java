package dev.dateline.front;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dateline.callout.CalloutView;
import dev.dateline.storylist.StoryView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A front, whole, as readers get it. */
@Schema(name = "Front", description = "A page: story lists and callouts in order, no article twice.")
record FrontView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-00000000000c")
        UUID id,

        @Schema(required = true, examples = "home-en") String slug,

        @Schema(required = true, format = "uri-reference", examples = "/v1/fronts/home-en")
        String href,

        @Schema(required = true, examples = "Home") String title,

        @Nullable @Schema(description = "BCP 47.", examples = "en")
        String language,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant publishedAt,

        @Schema(required = true, examples = "2026-11-20T09:00:00Z")
        Instant updatedAt,

        @Nullable @Schema(required = true) List<Part> sections) {

    /** A part of the page. */
    @Schema(name = "FrontPart", description = "A part of the page: stories of a list, or callouts.")
    record Part(
            @Schema(required = true) Kind kind,

            @Nullable
            @Schema(
                    description = "For stories: the front's own for this list, or the list's.",
                    examples = "Top stories")
            String title,

            @Nullable
            @Schema(
                    format = "uri-reference",
                    description = "For stories: the list by itself.",
                    examples = "/v1/story-lists/top-stories")
            String href,

            @Nullable @Schema(description = "For stories: whether to show their numbers.", examples = "true")
            Boolean numbered,

            @Nullable @Schema(description = "For callouts: where they belong.", examples = "sidebar")
            String placement,

            @Nullable @Schema(description = "For stories.") List<StoryView> stories,
            @Nullable @Schema(description = "For callouts.") List<CalloutView> callouts) {}

    /** What a part shows. */
    @Schema(name = "FrontPartKind", description = "What a part shows.")
    enum Kind {
        @JsonProperty("stories")
        STORIES,
        @JsonProperty("callouts")
        CALLOUTS
    }
}
