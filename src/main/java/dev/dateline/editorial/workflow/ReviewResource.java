package dev.dateline.editorial.workflow;

import dev.dateline.access.Role;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.editorial.WorkingCopyStatus;
import dev.dateline.editorial.publishing.Publishers;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonBody;
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

    private final Workflow workflow;

    ReviewResource(Workflow workflow) {
        this.workflow = workflow;
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
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            JsonBody body) {
        return EditorialAnswer.ok(workflow.review(Publishers.kind(collection), Parameters.pathId(id), ifMatch, body));
    }
}
