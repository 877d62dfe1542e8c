package dev.dateline.content;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An update of a live page as editors write it. Its page is an id once it is stored. */
@Schema(
        name = "LiveUpdateContent",
        description =
                "An update of a live page, as editors write it. Publishing needs a body, and a page that is public.")
@RecordBuilder
public record LiveUpdateContent(
        @Nullable
        @Size(min = 1, max = 200, message = "must be 1 to 200 characters long")
        @Schema(description = "The update's id in another system; unique.", examples = "cms:1204-17")
        String externalId,

        @NotBlank(message = "is required: the live page, by its id or externalId")
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(
                required = true,
                description = "The live page that it belongs to, by id or externalId. It stays there.",
                examples = "sample:bridge-live")
        String article,

        @Nullable
        @LanguageTag
        @Schema(maxLength = LanguageTag.MAX_LENGTH, description = "BCP 47; the page's when left out.", examples = "en")
        String language,

        @Nullable
        @Size(max = 500, message = "must be at most 500 characters long")
        @Schema(description = "Plain text.", examples = "First tram crosses")
        String title,

        @Size(max = 200, message = "must have at most 200 blocks")
        @Schema(
                description = "The text, block by block; all types but `related`.",
                examples = "[{\"type\": \"paragraph\", \"html\": \"Tram 3 was the <em>first</em>.\"}]")
        List<@NotNull(message = "must be a block") @Valid Block> body,

        @Size(max = 50, message = "must have at most 50 items")
        @Schema(
                description = "Who wrote it, in order.",
                examples = "[{\"contributor\": \"alena-karpovich\", \"role\": \"author\"}]")
        List<@NotNull(message = "must be an object") @Valid Credit> byline,

        @Nullable @Schema(description = "Whether the story turned here.", defaultValue = "false", examples = "true")
        Boolean keyEvent,

        @Nullable
        @Schema(description = "Whether it stays on top of the page.", defaultValue = "false", examples = "false")
        Boolean pinned)
        implements EditorialContent, LiveUpdateContentBuilder.With {

    public LiveUpdateContent {
        body = body == null ? List.of() : body;
        byline = byline == null ? List.of() : byline;
        keyEvent = keyEvent != null && keyEvent;
        pinned = pinned != null && pinned;
    }

    /** Its page, once it is stored. */
    public UUID page() {
        return UUID.fromString(article);
    }

    @Override
    public Set<UUID> tagIds() {
        return contributors();
    }

    /** The ids of the contributors in the byline, once it is stored. */
    public Set<UUID> contributors() {
        return Credit.contributors(byline);
    }

    @Override
    public LiveUpdateContent withImages(ImageChange change) {
        return withBody(Block.withImages(
                body, (pointer, image, exposure) -> change.of(pointer, image, exposure.onlyWith(article))));
    }
}
