package dev.dateline.tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.content.TagType;
import java.util.LinkedHashMap;
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

    static TagRef of(Tag tag, String language) {
        return new TagRef(tag.id(), tag.type(), tag.slug(), tag.name(language), null);
    }

    /** @param known by id: with those above it */
    static TagRef withAncestors(Tag tag, String language, Map<UUID, Tag> known) {
        LinkedHashMap<UUID, Tag> above = new LinkedHashMap<>();
        addAbove(tag, known, above);
        List<Ancestor> ancestors = above.values().stream()
                .map(one -> new Ancestor(one.slug(), one.name(language)))
                .toList();
        return new TagRef(tag.id(), tag.type(), tag.slug(), tag.name(language), ancestors.isEmpty() ? null : ancestors);
    }

    /** Outermost first; of several parents, what stands above the first comes first. */
    private static void addAbove(Tag tag, Map<UUID, Tag> known, Map<UUID, Tag> above) {
        for (UUID id : tag.above()) {
            Tag parent = known.get(id);
            if (parent != null && !above.containsKey(id)) {
                addAbove(parent, known, above);
                above.put(id, parent);
            }
        }
    }
}
