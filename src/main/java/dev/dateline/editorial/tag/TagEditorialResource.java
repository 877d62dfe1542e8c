package dev.dateline.editorial.tag;

import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.content.TagContent;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.editorial.Idempotency;
import dev.dateline.http.JsonBodyReader;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonBody;
import dev.dateline.json.MergePatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Writing tags. */
@Path(TagEditorialResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CONTRIBUTOR_NAME)
@Tag(name = "Editing tags")
@Audited
public class TagEditorialResource {

    static final String PATH = "/v1/editorial/tags";
    private final TagService tags;
    private final TagMergeService merges;
    private final TagSplitService splits;
    private final Idempotency idempotency;

    TagEditorialResource(TagService tags, TagMergeService merges, TagSplitService splits, Idempotency idempotency) {
        this.tags = tags;
        this.merges = merges;
        this.splits = splits;
        this.idempotency = idempotency;
    }

    /** The shape of an answer, for the contract. */
    @Schema(
            name = "TagRecord",
            description = "A tag as the newsroom works on it: status and content side by side.",
            allOf = {TagStatus.class, TagContent.class})
    record TagRecord() {}

    /** The shape of the collection, for the contract. */
    @Schema(name = "TagRecordPage", description = "A page of tags.")
    record TagRecordPage(
            @Schema(required = true) List<TagRecord> items,
            @Nullable @Schema(format = "uri-reference") String next,
            @Nullable @Schema(format = "uri-reference") String previous) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.EDITOR_NAME)
    @Operation(
            operationId = "createTag",
            summary = "Create a tag",
            description =
                    "Creates a tag. Readers see it once something published carries it or a tag below it, or when it is announced. No two tags of a type under the same parents may share a name in a language, and a hierarchy has at most 20 levels.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TagContent.class)))
    @APIResponseSchema(value = TagRecord.class, responseCode = "201", responseDescription = "The new tag.")
    public Response create(@Nullable @HeaderParam("Idempotency-Key") String idempotencyKey, JsonBody body) {
        return EditorialAnswer.created(idempotency.once(idempotencyKey, PATH, body, tags::create), PATH);
    }

    @GET
    @Operation(
            operationId = "listTagWorkingCopies",
            summary = "List tags",
            description = "All tags, oldest first, public or not. `name` finds them as an editor types. Follow `next`.")
    @APIResponseSchema(value = TagRecordPage.class, responseDescription = "A page of tags.")
    public Response list(@BeanParam TagParameters request) {
        return EditorialAnswer.page(tags.list(request));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getTagWorkingCopy",
            summary = "Get a tag",
            description = "The version an editor works on, whatever the public sees.")
    @APIResponseSchema(value = TagRecord.class, responseDescription = "The tag.")
    public Response get(@PathParam("id") String id) {
        return EditorialAnswer.ok(tags.read(Parameters.pathId(id)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.EDITOR_NAME)
    @Operation(
            operationId = "replaceTag",
            summary = "Replace a tag",
            description =
                    "Replaces the content; what the body leaves out is emptied, but the slug is kept. Public at once, in every article that carries the tag.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TagContent.class)))
    @APIResponseSchema(value = TagRecord.class, responseDescription = "The tag, replaced.")
    public Response replace(
            @PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch, JsonBody body) {
        return EditorialAnswer.ok(tags.replace(Parameters.pathId(id), ifMatch, body));
    }

    @PATCH
    @Path("{id}")
    @Consumes({JsonBodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR_NAME)
    @Operation(
            operationId = "patchTag",
            summary = "Change a tag",
            description =
                    "A JSON Merge Patch (RFC 7396): names what changes, null removes, arrays are replaced whole. Public at once, in every article that carries the tag.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = JsonBodyReader.MERGE_PATCH,
                            schema = @Schema(implementation = MergePatch.class)))
    @APIResponseSchema(value = TagRecord.class, responseDescription = "The tag, changed.")
    public Response patch(
            @PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch, JsonBody body) {
        return EditorialAnswer.ok(tags.patch(Parameters.pathId(id), ifMatch, body));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.EDITOR_NAME)
    @Operation(
            operationId = "deleteTag",
            summary = "Delete a tag",
            description =
                    "Deletes a tag that nothing refers to: nothing that is edited, public, scheduled or approved. Older revisions lose it.")
    public void delete(@PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch) {
        tags.delete(Parameters.pathId(id), ifMatch);
    }

    @PUT
    @Path("{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.EDITOR_NAME)
    @Operation(
            operationId = "mergeTag",
            summary = "Merge a tag into another",
            description =
                    "What carries this tag carries the other from now on, published or not; rules of lists and the site follow. The slug and the aliases of this tag lead to the other for ever. The other keeps its own names, parents and addresses; carry over what it needs. Public at once, and it can be undone.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TagMergeInput.class)))
    @APIResponseSchema(value = TagRecord.class, responseDescription = "The tag, merged.")
    public Response merge(
            @PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch, JsonBody body) {
        return EditorialAnswer.ok(merges.merge(Parameters.pathId(id), ifMatch, body));
    }

    @DELETE
    @Path("{id}/merge")
    @RolesAllowed(Role.EDITOR_NAME)
    @Operation(
            operationId = "undoTagMerge",
            summary = "Undo a merge",
            description =
                    "The tag stands for itself again: what carried it before carries it again, and what was given the other tag since keeps that.")
    @APIResponseSchema(value = TagRecord.class, responseDescription = "The tag, by itself again.")
    public Response undoMerge(@PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch) {
        return EditorialAnswer.ok(merges.undo(Parameters.pathId(id), ifMatch));
    }

    @POST
    @Path("{id}/split")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.EDITOR_NAME)
    @Operation(
            operationId = "splitTag",
            summary = "Split a tag",
            description =
                    "Of the articles that carry this tag, published or not, those that fit the rule carry another tag instead. Public at once; former revisions stay as they were, also one that is scheduled. It goes in small steps, so one that broke off is only asked for again. To undo it, merge the other tag into this one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TagSplitInput.class)))
    @APIResponseSchema(value = TagSplitResult.class, responseDescription = "How much carries the other tag now.")
    public TagSplitResult split(
            @PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch, JsonBody body) {
        return splits.split(Parameters.pathId(id), ifMatch, body);
    }
}
