package dev.dateline.tag;

import dev.dateline.access.ForReaders;
import dev.dateline.content.Slug;
import dev.dateline.delivery.Answer;
import dev.dateline.http.Cursor;
import dev.dateline.http.Json;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.http.Problem;
import dev.dateline.http.Redirect;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Reading tags. */
@Path("/v1/tags")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags")
public class TagResource {

    private final TagRepository tags;

    TagResource(TagRepository tags) {
        this.tags = tags;
    }

    /** The shape of the collection, for the contract. */
    @Schema(name = "TagPage", description = "A page of tags.")
    record TagPage(
            @Schema(required = true) List<TagView> items,
            @Nullable @Schema(format = "uri-reference") String next,
            @Nullable @Schema(format = "uri-reference") String previous) {}

    @GET
    @Operation(
            operationId = "listTags",
            summary = "List tags",
            description = "Public tags, oldest first. Follow `next`.")
    @APIResponseSchema(value = TagPage.class, responseDescription = "A page of tags.")
    public Answer list(
            @QueryParam("type")
                    @Parameter(
                            schema = @Schema(implementation = TagType.class),
                            description = "Only tags of this type.",
                            example = "place")
                    @Nullable
                    String type,
            @QueryParam("limit")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"),
                            description = "Items a page.")
                    @Nullable
                    String limit,
            @QueryParam("cursor")
                    @Parameter(description = "Goes on from a page: taken from its `next` or `previous`.")
                    @Nullable
                    String cursor,
            @Context UriInfo uri) {
        Parameters parameters = new Parameters();
        TagType wanted = type == null ? null : parameters.choice("type", type, TagType.class, TagType.TOPIC);
        int count = parameters.limit(limit);
        parameters.check();
        String query = "tags " + wanted;
        Cursor position = Cursor.decode(cursor, query);
        boolean backwards = position != null && position.backwards();
        List<Tag> found = tags.listPublic(wanted, position == null ? null : position.id(), backwards, count + 1);
        Page<Tag> page = Page.of(found, count, position, tag -> new Cursor(null, tag.id(), false), query, uri);
        Map<UUID, Tag> parents = tags.publicById(parentsOf(page.items()));
        return Answer.page(page.map(tag -> Json.write(TagView.of(tag, parents.get(tag.parentId())))), Map.of());
    }

    @GET
    @Path("{tag}")
    @Operation(
            operationId = "getTag",
            summary = "Get a tag",
            description = "One public tag. A former slug or another alias answers 308.")
    @APIResponseSchema(value = TagView.class, responseDescription = "The tag.")
    public Answer get(
            @PathParam("tag") @Parameter(description = "Slug.", example = "minsk") String slug, @Context UriInfo uri) {
        if (!Slug.isSlug(slug)) {
            throw Problem.notFound();
        }
        Tag tag = tags.findPublic(slug).orElseThrow(Problem::notFound);
        if (!tag.slug().equals(slug)) {
            throw Redirect.permanent("/v1/tags/" + tag.slug(), uri);
        }
        Map<UUID, Tag> parents = tags.publicById(parentsOf(List.of(tag)));
        return Answer.of(TagView.of(tag, parents.get(tag.parentId())));
    }

    private static Set<UUID> parentsOf(List<Tag> tags) {
        return tags.stream().map(Tag::parentId).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
