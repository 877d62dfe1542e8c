package dev.dateline.tag;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.content.ContentKind;
import dev.dateline.content.Slug;
import dev.dateline.content.TagType;
import dev.dateline.http.Cursor;
import dev.dateline.http.Page;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonText;
import dev.dateline.problem.Problem;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
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
            @BeanParam PageRequest request) {
        Parameters parameters = new Parameters();
        TagType wanted = type == null ? null : parameters.choice("type", type, TagType.class, TagType.TOPIC);
        Page<TagRepository.Public> page = request.page(
                parameters,
                "tags " + wanted,
                (cursor, count) -> tags.listPublic(wanted, cursor, count),
                row -> Cursor.at(row.tag().id()));
        return Answer.page(page.map(row -> JsonText.of(TagView.of(row.tag(), row.parent()))), Map.of())
                .dependsOn(ContentKind.TAG.cacheGroup(), TagCacheGroups.LOOKS, TagCacheGroups.CARRIED);
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
        return tags.findPublic(slug)
                .map(found -> found.tag().slug().equals(slug)
                        ? Answer.of(TagView.of(found.tag(), found.parent()))
                        : Answer.moved("/v1/tags/" + found.tag().slug()))
                .orElseGet(Answer::notFound)
                .dependsOn(ContentKind.TAG.cacheGroup(), TagCacheGroups.LOOKS, TagCacheGroups.CARRIED);
    }
}
