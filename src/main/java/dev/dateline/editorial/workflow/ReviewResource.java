package dev.dateline.editorial.workflow;

import dev.dateline.access.Caller;
import dev.dateline.access.Role;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.editorial.ReviewStep;
import dev.dateline.editorial.WorkingCopyStatus;
import dev.dateline.editorial.publishing.Publishers;
import dev.dateline.http.InputReader;
import dev.dateline.http.JsonBody;
import dev.dateline.http.Parameters;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Asking for approval and giving it. */
@Path(EditorialAnswer.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CONTRIBUTOR_NAME)
@Tag(name = "Publishing")
public class ReviewResource {

    private static final String ONE = "{collection}/{id}/review";

    private final Publishers publishers;
    private final InputReader inputs;
    private final Caller caller;

    ReviewResource(Publishers publishers, InputReader inputs, Caller caller) {
        this.publishers = publishers;
        this.inputs = inputs;
        this.caller = caller;
    }

    @PUT
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = "x-smallrye-profile-editorial", value = "")
    @Operation(
            operationId = "review",
            summary = "Submit, approve or send back",
            description =
                    "Moves the current revision from draft to review, from review to approved, or back. Approving needs the role editor. An approval is for that revision: an edit makes a new one, which needs its own.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Review.class)))
    @APIResponseSchema(
            value = WorkingCopyStatus.class,
            responseDescription = "The working copy; here its status, beside its content.")
    public Response review(
            @Parameter(schema = @Schema(implementation = CollectionName.class)) @PathParam("collection")
                    String collection,
            @PathParam("id") String id,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            JsonBody body) {
        ReviewStep step = inputs.read(body.json(), Review.class).state().step();
        if (step == ReviewStep.APPROVE && !caller.has(Role.EDITOR)) {
            throw new ForbiddenException();
        }
        return EditorialAnswer.ok(
                publishers.serviceOf(Publishers.kind(collection)).review(Parameters.pathId(id), ifMatch, step));
    }
}
