package dev.dateline.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dateline.content.ArticleContent;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.ArticleLink;
import dev.dateline.content.Correction;
import dev.dateline.content.Headlines;
import dev.dateline.content.Image;
import dev.dateline.content.LiveState;
import dev.dateline.content.Rights;
import dev.dateline.content.Source;
import dev.dateline.content.Words;
import dev.dateline.json.JsonText;
import dev.dateline.live.LiveUpdatesView;
import dev.dateline.published.BodyView;
import dev.dateline.tag.Byline;
import dev.dateline.tag.TagPlaceholder;
import dev.dateline.tag.TagRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/** Everything public about an article. The body is stored apart and joined in at read. */
@Schema(
        name = "Article",
        description = "Everything about an article.",
        requiredProperties = "view",
        properties = @SchemaProperty(name = "view", enumeration = "full"))
record ArticleView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000003")
        UUID id,

        @Schema(required = true) ArticleKind kind,

        @Nullable @Schema(description = "Of a live page.", examples = "live")
        LiveState liveState,

        @Schema(required = true, description = "BCP 47.", examples = "en")
        String language,

        @Schema(required = true, description = "Unique per language.", examples = "minsk-bridge-reopens")
        String slug,

        @Schema(
                required = true,
                format = "uri-reference",
                description = "The full view.",
                examples = "/v1/articles/01981f2c-5a00-7000-8000-000000000003")
        String href,

        @Schema(required = true, examples = "Minsk bridge reopens")
        String headline,

        @Nullable @Schema(examples = "Transport") String kicker,

        @Nullable @Schema(examples = "Trams cross the river again.")
        String lead,

        @Schema(required = true, implementation = Byline[].class)
        List<JsonText> byline,

        @Schema(required = true, implementation = TagRef[].class)
        List<JsonText> tags,

        @Nullable Image image,

        @Schema(required = true, description = "First publication.", examples = "2026-11-20T08:15:00Z")
        Instant publishedAt,

        @Schema(required = true, description = "Last publication.", examples = "2026-11-20T09:00:00Z")
        Instant updatedAt,

        @Schema(required = true, examples = "240") int wordCount,

        @Schema(required = true, description = "Time to read it, in minutes.", examples = "2")
        int readingMinutes,

        @Nullable Headlines headlines,

        @Schema(required = true, description = "Where the news came from, in order.")
        List<Source> sources,

        @Schema(required = true, description = "What changed after publication, and readers should know; in order.")
        List<Correction> corrections,

        @Schema(required = true, description = "The same article in other languages.")
        List<ArticleLink> translations,

        @Nullable @Schema(format = "uri", examples = "https://example.org/bridge")
        String canonicalUrl,

        @Nullable Rights rights,

        @Nullable @Schema(type = SchemaType.OBJECT, description = "Fields of the newsroom's own.")
        Map<String, Object> extensions,

        @Nullable @Schema(description = "The body in the format that was asked for; absent for `body=none`.")
        BodyView body,

        @Nullable @Schema(description = "Of a live page, where it is read by itself.")
        LiveUpdatesView updates)
        implements ArticleItem {

    @JsonProperty
    String view() {
        return "full";
    }

    static ArticleView of(PublishedArticle article, ArticleReferences references) {
        ArticleContent content = article.content();
        return new ArticleView(
                article.id(),
                article.kind(),
                content.liveState(),
                article.language(),
                article.slug(),
                "/v1/articles/" + article.id(),
                article.headline(),
                content.kicker(),
                content.lead(),
                content.byline().stream()
                        .map(credit -> TagPlaceholder.byline(credit, article.language()))
                        .toList(),
                content.tags().stream()
                        .map(tag -> TagPlaceholder.path(tag, article.language()))
                        .toList(),
                content.image(),
                article.publishedAt(),
                article.updatedAt(),
                article.wordCount(),
                Words.readingMinutes(article.wordCount()),
                content.headlines(),
                content.sources(),
                content.corrections(),
                references.translations(),
                content.canonicalUrl(),
                content.rights(),
                content.extensions(),
                null,
                null);
    }
}
