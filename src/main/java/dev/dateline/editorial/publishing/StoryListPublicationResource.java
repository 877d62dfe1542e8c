package dev.dateline.editorial.publishing;

import dev.dateline.access.Role;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.editorial.storylist.StoryListEditorialResource;
import dev.dateline.http.InputReader;
import dev.dateline.http.JsonBody;
import dev.dateline.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Publishing and withdrawing story lists. */
@Path("/v1/editorial/story-lists/{id}/publication")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EDITOR_NAME)
@Tag(name = "Editing story lists")
public class StoryListPublicationResource {

    private static final String PROFILE = "x-smallrye-profile-editorial";

    private final StoryListPublisher publisher;
    private final InputReader inputs;

    StoryListPublicationResource(StoryListPublisher publisher, InputReader inputs) {
        this.publisher = publisher;
        this.inputs = inputs;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "publishStoryList",
            summary = "Publish a story list",
            description =
                    "Makes the current version public, at once and whole. Publishing what is public already changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Publication.class)))
    @APIResponseSchema(
            value = StoryListEditorialResource.StoryListWorkingCopy.class,
            responseDescription = "The working copy.")
    public Response publish(
            @PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch, @Nullable JsonBody body) {
        Publication publication =
                body == null || body.isEmpty() ? Publication.NOW : inputs.read(body.json(), Publication.class);
        return EditorialAnswer.ok(publisher.publish(Parameters.pathId(id), ifMatch, publication));
    }

    @DELETE
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "withdrawStoryList",
            summary = "Withdraw a story list",
            description =
                    "Takes it from the public at once. Its address answers 410 from then on, until it is published again.")
    @APIResponseSchema(
            value = StoryListEditorialResource.StoryListWorkingCopy.class,
            responseCode = "200",
            responseDescription = "The working copy.")
    public Response withdraw(@PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch) {
        return EditorialAnswer.ok(publisher.withdraw(Parameters.pathId(id), ifMatch));
    }
}
