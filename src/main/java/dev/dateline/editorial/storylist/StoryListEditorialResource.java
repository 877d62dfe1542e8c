package dev.dateline.editorial.storylist;

import dev.dateline.access.Role;
import dev.dateline.content.StoryListContent;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.editorial.Idempotency;
import dev.dateline.editorial.RevisionNote;
import dev.dateline.editorial.WorkingCopyFilter;
import dev.dateline.editorial.WorkingCopyStatus;
import dev.dateline.http.JsonBodyReader;
import dev.dateline.http.Parameters;
import dev.dateline.json.InputReader;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Writing story lists. */
@Path(EditorialAnswer.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CONTRIBUTOR_NAME)
@Tag(name = "Editing story lists")
public class StoryListEditorialResource {

    private static final String COLLECTION = "story-lists";
    private static final String PATH = EditorialAnswer.ROOT + "/" + COLLECTION;
    private static final String PROFILE = "x-smallrye-profile-editorial";

    private final StoryListService lists;
    private final Idempotency idempotency;
    private final InputReader inputs;

    StoryListEditorialResource(StoryListService lists, Idempotency idempotency, InputReader inputs) {
        this.inputs = inputs;
        this.lists = lists;
        this.idempotency = idempotency;
    }

    /** The shape of an answer, for the contract. */
    @Schema(
            name = "StoryListWorkingCopy",
            description = "A story list as the newsroom works on it: status and content side by side.",
            allOf = {WorkingCopyStatus.class, StoryListContent.class})
    public record StoryListWorkingCopy() {}

    /** The shape of the collection, for the contract. */
    @Schema(name = "StoryListWorkingCopyPage", description = "A page of story lists.")
    record StoryListWorkingCopyPage(
            @Schema(required = true) List<StoryListWorkingCopy> items,
            @Nullable @Schema(format = "uri-reference") String next,
            @Nullable @Schema(format = "uri-reference") String previous) {}

    @POST
    @Path(COLLECTION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "createStoryList",
            summary = "Create a story list",
            description = "Creates a draft. Nothing of it is public until it is published.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StoryListContent.class)))
    @APIResponseSchema(
            value = StoryListWorkingCopy.class,
            responseCode = "201",
            responseDescription = "The new story list.")
    public Response create(@Nullable @HeaderParam("Idempotency-Key") String idempotencyKey, JsonBody body) {
        return EditorialAnswer.created(idempotency.once(idempotencyKey, PATH, body, lists::create), PATH);
    }

    @GET
    @Path(COLLECTION)
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "listStoryListWorkingCopies",
            summary = "List story lists",
            description = "Working copies in every state, the last modified first. Follow `next`.")
    @APIResponseSchema(value = StoryListWorkingCopyPage.class, responseDescription = "A page of story lists.")
    public Response list(@BeanParam WorkingCopyFilter.Query query, @Context UriInfo uri) {
        return EditorialAnswer.page(lists.list(query, uri));
    }

    @GET
    @Path(COLLECTION + "/{id}")
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "getStoryListWorkingCopy",
            summary = "Get a story list",
            description = "The version an editor works on, whatever the public sees.")
    @APIResponseSchema(value = StoryListWorkingCopy.class, responseDescription = "The story list.")
    public Response get(@PathParam("id") String id) {
        return EditorialAnswer.ok(lists.read(Parameters.pathId(id)));
    }

    @PUT
    @Path(COLLECTION + "/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "replaceStoryList",
            summary = "Replace a story list",
            description =
                    "Replaces the content; what the body leaves out is emptied, but the slug is kept. The public sees nothing of it until it is published again.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StoryListContent.class)))
    @APIResponseSchema(value = StoryListWorkingCopy.class, responseDescription = "The story list, replaced.")
    public Response replace(
            @PathParam("id") String id,
            @QueryParam("note") @Parameter(description = RevisionNote.DESCRIPTION, example = "Names checked") @Nullable
                    String note,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            JsonBody body) {
        return EditorialAnswer.ok(lists.replace(Parameters.pathId(id), ifMatch, body, RevisionNote.read(note)));
    }

    @PATCH
    @Path(COLLECTION + "/{id}")
    @Consumes({JsonBodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "patchStoryList",
            summary = "Change a story list",
            description =
                    "A JSON Merge Patch (RFC 7396): names what changes, null removes, arrays are replaced whole. The public sees nothing of it until it is published again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = JsonBodyReader.MERGE_PATCH,
                            schema = @Schema(implementation = MergePatch.class)))
    @APIResponseSchema(value = StoryListWorkingCopy.class, responseDescription = "The story list, changed.")
    public Response patch(
            @PathParam("id") String id,
            @QueryParam("note") @Parameter(description = RevisionNote.DESCRIPTION, example = "Names checked") @Nullable
                    String note,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            JsonBody body) {
        return EditorialAnswer.ok(lists.patch(Parameters.pathId(id), ifMatch, body, RevisionNote.read(note)));
    }

    @POST
    @Path(COLLECTION + "/{id}/entries")
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "insertStoryListEntry",
            summary = "Insert an entry",
            description =
                    "At the end, or where `place` says. The public sees nothing of it until the list is published.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EntryInsertion.class)))
    @APIResponseSchema(
            value = StoryListWorkingCopy.class,
            responseCode = "200",
            responseDescription = "The story list, changed.")
    public Response insert(
            @PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch, JsonBody body) {
        return EditorialAnswer.ok(
                lists.insert(Parameters.pathId(id), ifMatch, inputs.read(body.json(), EntryInsertion.class)));
    }

    @PUT
    @Path(COLLECTION + "/{id}/entries/{entry}/place")
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "moveStoryListEntry",
            summary = "Move an entry",
            description = "Before or after another one, or to a position. 409 when that other one is gone.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EntryPlace.class)))
    @APIResponseSchema(value = StoryListWorkingCopy.class, responseDescription = "The story list, changed.")
    public Response move(
            @PathParam("id") String id,
            @PathParam("entry")
                    @Parameter(
                            description = "The entry's id.",
                            example = "01981f2c-5a00-7000-8000-00000000000b",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String entry,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            JsonBody body) {
        return EditorialAnswer.ok(lists.move(
                Parameters.pathId(id), ifMatch, Parameters.pathId(entry), inputs.read(body.json(), EntryPlace.class)));
    }

    @DELETE
    @Path(COLLECTION + "/{id}/entries/{entry}")
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "removeStoryListEntry",
            summary = "Remove an entry",
            description = "Takes it out of the working arrangement.")
    @APIResponseSchema(
            value = StoryListWorkingCopy.class,
            responseCode = "200",
            responseDescription = "The story list, changed.")
    public Response remove(
            @PathParam("id") String id,
            @PathParam("entry")
                    @Parameter(
                            description = "The entry's id.",
                            example = "01981f2c-5a00-7000-8000-00000000000b",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String entry,
            @Nullable @HeaderParam("If-Match") String ifMatch) {
        return EditorialAnswer.ok(lists.remove(Parameters.pathId(id), ifMatch, Parameters.pathId(entry)));
    }

    @DELETE
    @Path(COLLECTION + "/{id}")
    @RolesAllowed(Role.EDITOR_NAME)
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "deleteStoryList",
            summary = "Delete a story list",
            description =
                    "Deletes the working copy. What is published must be withdrawn first; its address stays gone.")
    public void delete(@PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch) {
        lists.delete(Parameters.pathId(id), ifMatch);
    }
}
