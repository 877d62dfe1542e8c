package dev.dateline.tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.content.TagProfile;
import dev.dateline.content.TagType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A public tag. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Tag", description = "A topic, person, organisation, place, series, section or contributor.")
public record TagView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000002")
        UUID id,

        @Schema(required = true) TagType type,
        @Schema(required = true, examples = "minsk") String slug,

        @Schema(
                required = true,
                description = "Names by language (BCP 47).",
                examples = "{\"be\": \"Мінск\", \"ru\": \"Минск\", \"en\": \"Minsk\"}")
        Map<String, String> names,

        @Nullable @Schema(description = "Slug of the tag above this one.", examples = "belarus")
        String parent,

        @Nullable TagProfile profile,

        @Schema(
                required = true,
                format = "uri-reference",
                description = "The articles that carry it.",
                examples = "/v1/articles?tag=minsk")
        String articles) {

    /** For where many are named and none is described. */
    public TagView withoutProfile() {
        return new TagView(id, type, slug, names, parent, null, articles);
    }

    static TagView of(Tag tag, @Nullable String parent) {
        String filter =
                switch (tag.type()) {
                    case CONTRIBUTOR -> "contributor";
                    case SECTION -> "section";
                    default -> "tag";
                };
        return new TagView(
                tag.id(),
                tag.type(),
                tag.slug(),
                tag.names(),
                parent,
                tag.profile(),
                "/v1/articles?" + filter + "=" + tag.slug());
    }
}
