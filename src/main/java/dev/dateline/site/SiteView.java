package dev.dateline.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.callout.CalloutView;
import dev.dateline.content.Image;
import dev.dateline.content.NamedLink;
import dev.dateline.content.SiteContent;
import dev.dateline.content.SiteLanguage;
import dev.dateline.tag.TagView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The site as readers get it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Site", description = "What every page shows around its content.")
record SiteView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-00000000000f")
        UUID id,

        @Schema(required = true, description = "The newsroom's name.", examples = "Riverside News")
        String title,

        @Schema(
                required = true,
                description = "The name in languages where it is another (BCP 47).",
                examples = "{\"be\": \"Навіны Набярэжнай\"}")
        Map<String, String> names,

        @Schema(
                required = true,
                description = "What the site is, by language (BCP 47).",
                examples = "{\"en\": \"News of the town and the river.\"}")
        Map<String, String> descriptions,

        @Nullable @Schema(format = "uri", description = "Where people read it.", examples = "https://news.example.org")
        String url,

        @Nullable Image logo,

        @Schema(required = true, description = "The languages to choose from, in order.")
        List<Language> languages,

        @Nullable
        @Schema(
                required = true,
                description = "The navigation, in order: the tags of it that are public, without their profiles.")
        List<TagView> sections,

        @Schema(required = true, description = "Pages elsewhere, in order.")
        List<NamedLink> links,

        @Nullable @Schema(required = true, description = "Callouts to show on every page now.")
        List<CalloutView> callouts,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant publishedAt,

        @Schema(required = true, examples = "2026-11-20T09:00:00Z")
        Instant updatedAt) {

    /** A language that readers can choose. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SiteLanguageLink", description = "A language that readers can choose.")
    record Language(
            @Schema(required = true, description = "BCP 47.", examples = "be")
            String language,

            @Schema(required = true, description = "Its name in itself.", examples = "Беларуская")
            String name,

            @Nullable
            @Schema(
                    format = "uri",
                    description = "Where people read the site in it.",
                    examples = "https://news.example.org/be")
            String url,

            @Nullable
            @Schema(
                    format = "uri-reference",
                    description = "The front that they see first, when it is public.",
                    examples = "/v1/fronts/home-be")
            String front) {

        private static Language of(SiteLanguage language, Map<UUID, String> fronts) {
            return new Language(
                    language.language(),
                    language.name(),
                    language.url(),
                    language.front() == null ? null : fronts.get(UUID.fromString(language.front())));
        }
    }

    /**
     * Without sections and callouts, which are finished already and come after.
     *
     * @param fronts addresses of public fronts
     */
    static SiteView of(PublishedSite site, Map<UUID, String> fronts) {
        SiteContent content = site.content();
        return new SiteView(
                site.id(),
                String.valueOf(content.title()),
                content.names(),
                content.descriptions(),
                content.url(),
                content.logo(),
                content.languages().stream()
                        .map(language -> Language.of(language, fronts))
                        .toList(),
                null,
                content.links(),
                null,
                site.publishedAt(),
                site.updatedAt());
    }
}
