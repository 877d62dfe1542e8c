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
import dev.dateline.time.DatabaseClock;
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

    private final PublicTagRepository tags;

    TagResource(PublicTagRepository tags) {
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
        Page<TagView> page = request.page(
                parameters,
                "tags " + wanted,
                (cursor, count) -> tags.listPublic(wanted, cursor, count),
                tag -> Cursor.at(tag.id()));
        return Answer.page(page.map(JsonText::of), Map.of())
                .dependsOn(ContentKind.TAG.cacheGroup(), TagCacheGroups.LOOKS, TagCacheGroups.CARRIED);
    }

    @GET
    @Path("{tag}")
    @Operation(
            operationId = "getTag",
            summary = "Get a tag",
            description =
                    "One public tag, with those right above and below it, and how many articles carry it. A former slug, another alias and the slug of a tag that was merged into it answer 308.")
    @APIResponseSchema(value = TagView.class, responseDescription = "The tag.")
    public Answer get(
            @PathParam("tag") @Parameter(description = "Slug.", example = "minsk") String slug, @Context UriInfo uri) {
        if (!Slug.isSlug(slug)) {
            throw Problem.notFound();
        }
        return tags.findPublic(slug)
                .map(tag -> tag.slug().equals(slug) ? whole(tag) : Answer.moved("/v1/tags/" + tag.slug()))
                .orElseGet(Answer::notFound)
                .dependsOn(ContentKind.TAG.cacheGroup(), TagCacheGroups.LOOKS, TagCacheGroups.CARRIED);
    }

    private Answer whole(TagView tag) {
        TagCounts.Now counts = tags.counts(tag.id(), DatabaseClock.now());
        return Answer.of(tag.withChildren(tags.children(tag.id())).withCounts(counts.counts()))
                .until(counts.until())
                .dependsOn(ContentKind.TAG.cacheGroup(tag.id()));
    }
}
