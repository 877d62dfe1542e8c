package dev.dateline.tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.content.TagType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tag as an article shows it: named in the article's language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TagLink", description = "A tag as an article shows it, named in the article's language.")
public record TagRef(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000002")
        UUID id,

        @Schema(required = true) TagType type,
        @Schema(required = true, examples = "minsk") String slug,
        @Schema(required = true, examples = "Мінск") String name,

        @Nullable
        @Schema(description = "In whole articles, the tags above it, outermost first. Absent when there are none.")
        List<Ancestor> ancestors) {

    /** A tag above another. */
    @Schema(name = "TagAncestor", description = "A tag above another, named in the article's language.")
    record Ancestor(
            @Schema(required = true, examples = "belarus") String slug,
            @Schema(required = true, examples = "Беларусь") String name) {}

    public static TagRef of(Tag tag, String language) {
        return new TagRef(tag.id(), tag.type(), tag.slug(), tag.name(language), null);
    }

    /** @param known by id: with those above it */
    public static TagRef withAncestors(Tag tag, String language, Map<UUID, Tag> known) {
        List<Ancestor> ancestors = new ArrayList<>();
        Tag above = tag.above(known);
        while (above != null) {
            ancestors.add(new Ancestor(above.slug(), above.name(language)));
            above = above.above(known);
        }
        Collections.reverse(ancestors);
        return new TagRef(tag.id(), tag.type(), tag.slug(), tag.name(language), ancestors.isEmpty() ? null : ancestors);
    }
}
