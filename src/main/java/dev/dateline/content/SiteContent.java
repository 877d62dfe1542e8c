package dev.dateline.content;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The site as editors write it: what every page of a front end shows around its content. */
@Schema(
        name = "SiteContent",
        description =
                "What every page shows around its content: name, languages, sections, logo, links. Publishing needs a title.")
@RecordBuilder
public record SiteContent(
        @Nullable
        @Size(min = 1, max = 200, message = "must be 1 to 200 characters long")
        @Schema(description = "The site's id in another system.", examples = "cms:site")
        String externalId,

        @Nullable
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(description = "The newsroom's name.", examples = "Riverside News")
        String title,

        @Size(max = 50, message = "must have at most 50 names")
        @Schema(
                description = "The name in languages where it is another (BCP 47).",
                examples = "{\"be\": \"Навіны Набярэжнай\"}")
        Map<
                        @LanguageTag String,
                        @NotBlank(message = "must not be blank")
                        @Size(max = 200, message = "must be at most 200 characters long") String>
                names,

        @Size(max = 50, message = "must have at most 50 descriptions")
        @Schema(
                description = "What the site is, in a sentence or two, by language (BCP 47).",
                examples = "{\"en\": \"News of the town and the river.\"}")
        Map<
                        @LanguageTag String,
                        @NotBlank(message = "must not be blank")
                        @Size(max = 1000, message = "must be at most 1000 characters long") String>
                descriptions,

        @Nullable
        @WebAddress
        @Schema(format = "uri", description = "Where people read it.", examples = "https://news.example.org")
        String url,

        @Nullable @Valid Image logo,

        @Size(max = 50, message = "must have at most 50 items")
        @Schema(description = "The languages to choose from, in order.")
        List<@NotNull(message = "must be an object") @Valid SiteLanguage> languages,

        @Size(max = 100, message = "must have at most 100 items")
        @Schema(
                description = "Slugs or ids of the tags that make the navigation, in order.",
                examples = "[\"belarus\"]")
        List<
                        @NotNull(message = "must be text")
                        @Size(min = 1, max = 200, message = "must be 1 to 200 characters long") String>
                sections,

        @Size(max = 50, message = "must have at most 50 items")
        @Schema(description = "Pages elsewhere, such as social networks, in order.")
        List<@NotNull(message = "must be an object") @Valid NamedLink> links,

        @Size(max = 20, message = "must have at most 20 items")
        @Schema(description = "Callouts for these places are shown on every page.", examples = "[\"sidebar\"]")
        List<
                        @NotNull(message = "must be text")
                        @Pattern(
                                regexp = Slug.PLACEMENT,
                                message = "must be lower-case letters a-z and digits, with single hyphens between")
                        @Size(max = 50, message = "must be at most 50 characters long") String>
                placements)
        implements EditorialContent, SiteContentBuilder.With {

    public SiteContent {
        names = names == null ? Map.of() : names;
        descriptions = descriptions == null ? Map.of() : descriptions;
        languages = languages == null ? List.of() : languages;
        sections = sections == null ? List.of() : sections;
        links = links == null ? List.of() : links;
        placements = placements == null ? List.of() : placements;
    }

    /** It is one for all languages. */
    @Override
    public @Nullable String language() {
        return null;
    }

    @Override
    public SiteContent withImages(ImageChange change) {
        return logo == null ? this : withLogo(change.of("/logo", logo));
    }
}
