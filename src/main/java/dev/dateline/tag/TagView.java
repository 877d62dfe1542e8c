package dev.dateline.tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.content.TagProfile;
import dev.dateline.content.TagType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A public tag. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Tag", description = "A topic, person, organisation, place, series, section or contributor.")
@RecordBuilder
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

        @Schema(required = true, description = "The tags right above this one, the main one first.")
        List<NamedTag> parents,

        @Nullable @Schema(description = "The tags right below it. Only where one tag is asked for.")
        List<NamedTag> children,

        @Nullable @Schema(description = "Only where one tag is asked for.")
        TagCounts counts,

        @Schema(
                required = true,
                description = "Addresses of the same thing elsewhere: Wikidata, IPTC Media Topics.",
                examples = "[\"https://www.wikidata.org/entity/Q2280\"]")
        List<String> sameAs,

        @Schema(required = true, description = "Whether nothing new carries it.", examples = "false")
        boolean retired,

        @Nullable TagProfile profile,

        @Nullable @Schema(type = SchemaType.OBJECT, description = "Fields of the newsroom's own.")
        Map<String, Object> extensions,

        @Schema(
                required = true,
                format = "uri-reference",
                description = "The articles that carry it.",
                examples = "/v1/articles?tag=minsk")
        String articles)
        implements TagViewBuilder.With {

    static TagView of(Tag tag, List<Tag> parents, @Nullable Map<String, Object> extensions) {
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
                parents.stream().map(NamedTag::of).toList(),
                null,
                null,
                tag.sameAs(),
                tag.isRetired(),
                tag.profile(),
                extensions,
                "/v1/articles?" + filter + "=" + tag.slug());
    }
}
