package dev.dateline.editorial.tag;

import dev.dateline.content.Slug;
import dev.dateline.content.TagType;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import dev.dateline.tag.TagQuery;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the newsroom's tags. */
public final class TagParameters extends PageRequest {

    private static final int MOST_SLUGS = 100;
    private static final int MOST_CHARACTERS = 2_000;

    @QueryParam("type")
    @Parameter(
            schema = @Schema(implementation = TagType.class),
            description = "Only tags of this type.",
            example = "place")
    @Nullable
    public String type;

    @QueryParam("name")
    @Parameter(description = "How any word of a name begins, in any language and case.", example = "мін")
    @Nullable
    public String name;

    @QueryParam("slug")
    @Parameter(description = "Slugs or aliases, up to 100 with commas between.", example = "minsk")
    @Nullable
    public String slug;

    @QueryParam("same-as")
    @Parameter(
            description = "The address of the same thing elsewhere, as in `sameAs`.",
            example = "https://www.wikidata.org/entity/Q2280")
    @Nullable
    public String sameAs;

    @QueryParam("retired")
    @Parameter(description = "Only retired ones, or none of them.", schema = @Schema(type = SchemaType.BOOLEAN))
    @Nullable
    public String retired;

    @QueryParam("merged")
    @Parameter(
            description = "Those that were merged into another, instead of those that were not.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable
    public String merged;

    TagQuery query(Parameters parameters) {
        return new TagQuery(
                type == null ? null : parameters.choice("type", type, TagType.class, TagType.TOPIC),
                parameters.read("name", name, "the beginning of a name", TagParameters::withWord),
                parameters.read("slug", slug, "up to 100 slugs with commas between", TagParameters::slugs),
                parameters.text("same-as", sameAs, MOST_CHARACTERS),
                parameters.truth("retired", retired),
                Boolean.TRUE.equals(parameters.truth("merged", merged)));
    }

    private static String withWord(String text) {
        if (!TagQuery.hasWord(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Set<String> slugs(String text) {
        Set<String> slugs = new TreeSet<>(Arrays.asList(text.split(",", -1)));
        if (slugs.size() > MOST_SLUGS || !slugs.stream().allMatch(Slug::isSlug)) {
            throw new IllegalArgumentException(text);
        }
        return slugs;
    }
}
