package dev.dateline.content;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A story list as editors write it; articles are referred to by id once it is stored. */
@Schema(
        name = "StoryListContent",
        description =
                "A story list as editors write it: entries pinned to a place, entries in order, and after them what a rule finds. Publishing needs a title.")
@RecordBuilder
public record StoryListContent(
        @Nullable
        @Size(min = 1, max = 200, message = "must be 1 to 200 characters long")
        @Schema(description = "The list's id in another system; unique.", examples = "cms:top")
        String externalId,

        @Nullable
        @Pattern(
                regexp = Slug.PATTERN,
                message = "must be lower-case letters a-z and digits, with single hyphens between, and no UUID")
        @Size(max = Slug.MAX_LENGTH, message = "must be at most 120 characters long")
        @Schema(
                description = "The readable address, unique. Made from the title when left out.",
                examples = "weekend-reading-in-english")
        String slug,

        @Nullable
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(examples = "Weekend reading in English")
        String title,

        @Nullable
        @LanguageTag
        @Schema(
                maxLength = LanguageTag.MAX_LENGTH,
                description = "BCP 47; absent for a list of several languages.",
                examples = "en")
        String language,

        @Nullable
        @Size(max = 2000, message = "must be at most 2000 characters long")
        @Schema(examples = "Long stories for a slow morning.")
        String description,

        @Schema(description = "Whether the entries are shown with numbers.", defaultValue = "false", examples = "true")
        boolean numbered,

        @Size(max = 500, message = "must have at most 500 items")
        @Schema(
                description =
                        "The entries, in the order in which they are shown. An article that comes twice is shown once, at the first of its entries whose window is open.",
                examples = "[{\"url\": \"https://example.org/long-read\", \"headline\": \"A winter on the ice road\"}]")
        List<@NotNull(message = "must be an object") @Valid StoryListEntry> items,

        @Nullable @Valid ArticleRule rule)
        implements EditorialContent, StoryListContentBuilder.With {

    public StoryListContent {
        items = items == null ? List.of() : items;
    }

    @Override
    public StoryListContent withImages(ImageChange change) {
        List<StoryListEntry> changed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            StoryListEntry item = items.get(i);
            Image image = item.image();
            changed.add(
                    image == null ? item : item.withImage(change.of("/items/" + i + "/image", image, item.exposure())));
        }
        return withItems(changed);
    }
}
