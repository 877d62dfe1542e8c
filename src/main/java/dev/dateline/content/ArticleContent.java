package dev.dateline.content;

import dev.dateline.extension.ExtensionSchema;
import dev.dateline.extension.ExtensionSchemas;
import dev.dateline.extension.OwnFields;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an editor writes: the body of a write, the content of a working copy, and what a publication froze. Other things
 * are referred to by slug, id or externalId when it comes in, and by id once it is stored.
 */
@Schema(
        name = "ArticleContent",
        description =
                "An article as editors write it. A draft may lack anything; publishing needs language, headline and body.")
@RecordBuilder
public record ArticleContent(
        @Nullable
        @Size(min = 1, max = 200, message = "must be 1 to 200 characters long")
        @Schema(description = "The article's id in another system; unique.", examples = "cms:1204")
        String externalId,

        @Nullable @Schema(defaultValue = "article") ArticleKind kind,

        @Nullable @Schema(description = "Live pages only: whether it goes on; `live` when left out.")
        LiveState liveState,

        @Nullable @LanguageTag @Schema(maxLength = LanguageTag.MAX_LENGTH, description = "BCP 47.", examples = "en")
        String language,

        @Nullable
        @Pattern(
                regexp = Slug.PATTERN,
                message = "must be lower-case letters a-z and digits, with single hyphens between, and no UUID")
        @Size(max = Slug.MAX_LENGTH, message = "must be at most 120 characters long")
        @Schema(
                description =
                        "The readable part of the address, unique per language. Made from the headline when left out; it goes with the headline until it is public or scheduled, and is kept from then on.",
                examples = "minsk-bridge-reopens-for-trams")
        String slug,

        @Nullable
        @Size(max = 500, message = "must be at most 500 characters long")
        @Schema(description = "Plain text.", examples = "Minsk bridge reopens for trams")
        String headline,

        @Nullable @Valid Headlines headlines,

        @Nullable
        @Size(max = 100, message = "must be at most 100 characters long")
        @Schema(description = "A word or two above the headline.", examples = "Transport")
        String kicker,

        @Nullable
        @Size(max = 2000, message = "must be at most 2000 characters long")
        @Schema(
                description = "The first sentences, plain text.",
                examples = "Trams cross the river again after a year of repairs.")
        String lead,

        @Size(max = 1000, message = "must have at most 1000 blocks")
        @Schema(
                description = "The text, block by block.",
                examples = "[{\"type\": \"paragraph\", \"html\": \"The bridge opened at <em>six</em>.\"}]")
        List<@NotNull(message = "must be a block") @Valid Block> body,

        @Size(max = 50, message = "must have at most 50 items")
        @Schema(
                description = "Who made it, in order.",
                examples = "[{\"contributor\": \"alena-karpovich\", \"role\": \"author\"}]")
        List<@NotNull(message = "must be an object") @Valid Credit> byline,

        @Size(max = 50, message = "must have at most 50 items")
        @Schema(
                description = "Where the news came from, in order.",
                examples = "[{\"name\": \"Bridge authority\", \"url\": \"https://press.example.org/1204\"}]")
        List<@NotNull(message = "must be an object") @Valid Source> sources,

        @Size(max = 100, message = "must have at most 100 items")
        @Schema(description = "Slugs or ids of tags, in order.", examples = "[\"society\", \"minsk\"]")
        List<
                        @NotBlank(message = "must not be blank")
                        @Size(max = 200, message = "must be at most 200 characters long") String>
                tags,

        @Nullable @Valid Image image,

        @Nullable
        @Size(min = 1, max = 200, message = "must be 1 to 200 characters long")
        @Schema(description = "The article this is a translation of: its id or externalId.")
        String translationOf,

        @Nullable
        @WebAddress
        @Schema(
                format = "uri",
                description = "Where the article lives on the web.",
                examples = "https://example.org/bridge")
        String canonicalUrl,

        @Nullable @Valid Rights rights,

        @Nullable
        @Schema(
                description = "Publishing is refused before this time, but to admins.",
                examples = "2026-02-14T12:00:00Z")
        Instant embargoedUntil,

        @Size(max = 100, message = "must have at most 100 items")
        @Schema(
                description = "What readers are told about changes, in order.",
                examples = "[{\"type\": \"correction\", \"text\": \"An earlier version gave the wrong year.\"}]")
        List<@NotNull(message = "must be an object") @Valid Correction> corrections,

        @Nullable
        @OwnFields(of = "article", isComplete = false)
        @Schema(
                type = SchemaType.OBJECT,
                description =
                        "Fields of the newsroom's own, as `dateline.extensions` of this installation declares them.")
        Map<String, Object> extensions)
        implements EditorialContent, ArticleContentBuilder.With {

    public ArticleContent {
        kind = kind == null ? ArticleKind.ARTICLE : kind;
        liveState = kind == ArticleKind.LIVE && liveState == null ? LiveState.LIVE : liveState;
        body = body == null ? List.of() : body;
        byline = byline == null ? List.of() : byline;
        sources = sources == null ? List.of() : sources;
        tags = tags == null ? List.of() : tags;
        corrections = corrections == null ? List.of() : corrections;
        extensions = ExtensionSchema.given(extensions);
    }

    @Override
    public @Nullable String title() {
        return headline;
    }

    @Override
    public ArticleContent withImages(ImageChange change) {
        Image leading = image == null ? null : change.of("/image", image);
        return withImage(leading).withBody(Block.withImages(body, change));
    }

    @Override
    public ArticleContent forReaders(ExtensionSchemas schemas) {
        return withExtensions(schemas.of("article").shown(extensions));
    }

    /** The same with another tag in the place of some. */
    public ArticleContent withOtherTag(Set<UUID> former, UUID other) {
        return withTags(tags.stream()
                        .map(id -> former.contains(UUID.fromString(id)) ? other.toString() : id)
                        .distinct()
                        .toList())
                .withByline(byline.stream()
                        .map(credit ->
                                credit.contributor() != null && former.contains(UUID.fromString(credit.contributor()))
                                        ? credit.withContributor(other.toString())
                                        : credit)
                        .toList());
    }

    /** Those of the byline too. */
    @Override
    public Set<UUID> tagIds() {
        Set<UUID> ids = contributors();
        tags.forEach(tag -> ids.add(UUID.fromString(tag)));
        return ids;
    }

    /** The ids of the contributors in the byline, once it is stored. */
    public Set<UUID> contributors() {
        return Credit.contributors(byline);
    }
}
