package dev.dateline.editorial.storylist;

import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.http.Parameters;
import dev.dateline.json.InputReader;
import dev.dateline.json.JsonBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changing one entry of a story list. */
@Path(EditorialAnswer.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CONTRIBUTOR_NAME)
@Tag(name = "Editing story lists")
@Audited
public class StoryListEntryResource {

    private static final String ENTRIES = "story-lists/{id}/entries";

    private final StoryListService lists;
    private final InputReader inputs;

    StoryListEntryResource(StoryListService lists, InputReader inputs) {
        this.lists = lists;
        this.inputs = inputs;
    }

    @POST
    @Path(ENTRIES)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "insertStoryListEntry",
            summary = "Insert an entry",
            description =
                    "At the end, or where `place` says. The public sees nothing of it until the list is published.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EntryInsertion.class)))
    @APIResponse(
            responseCode = "200",
            description = "The story list, changed.",
            content = @Content(schema = @Schema(ref = "#/components/schemas/StoryListWorkingCopy")))
    public Response insert(
            @PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch, JsonBody body) {
        return EditorialAnswer.ok(
                lists.insert(Parameters.pathId(id), ifMatch, inputs.read(body.json(), EntryInsertion.class)));
    }

    @PUT
    @Path(ENTRIES + "/{entry}/place")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "moveStoryListEntry",
            summary = "Move an entry",
            description = "Before or after another one, or to a position. 409 when that other one is gone.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EntryPlace.class)))
    @APIResponse(
            responseCode = "200",
            description = "The story list, changed.",
            content = @Content(schema = @Schema(ref = "#/components/schemas/StoryListWorkingCopy")))
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
    @Path(ENTRIES + "/{entry}")
    @Operation(
            operationId = "removeStoryListEntry",
            summary = "Remove an entry",
            description = "Takes it out of the working arrangement.")
    @APIResponse(
            responseCode = "200",
            description = "The story list, changed.",
            content = @Content(schema = @Schema(ref = "#/components/schemas/StoryListWorkingCopy")))
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
}
