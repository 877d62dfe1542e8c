package dev.dateline.editorial.workflow;

import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.editorial.Review;
import dev.dateline.editorial.WorkingCopyStatus;
import dev.dateline.editorial.publishing.Publication;
import dev.dateline.editorial.publishing.Publishers;
import dev.dateline.editorial.publishing.WithdrawalExplanation;
import dev.dateline.editorial.publishing.WithdrawalInput;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonBody;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/**
 * Review, publication, schedule and withdrawal of every kind of content. The services check the roles, because bulk reaches them
 * too.
 */
@Path(EditorialAnswer.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Publishing")
@Audited
public class PublicationResource {

    private static final String ONE = "{collection}/{id}";

    private final Publishers publishers;
    private final WithdrawalExplanation withdrawals;

    PublicationResource(Publishers publishers, WithdrawalExplanation withdrawals) {
        this.publishers = publishers;
        this.withdrawals = withdrawals;
    }

    @PUT
    @Path(ONE + "/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CONTRIBUTOR_NAME)
    @Operation(
            operationId = "review",
            summary = "Submit, approve or send back",
            description =
                    "Moves the current revision from draft to review, from review to approved, or back. Approving, and taking an approval back, needs the role editor. An approval is for that revision: an edit makes a new one, which needs its own.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Review.class)))
    @APIResponseSchema(
            value = WorkingCopyStatus.class,
            responseDescription = "The working copy; here its status, beside its content.")
    public Response review(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            JsonBody body) {
        return EditorialAnswer.ok(publishers.of(collection).copies().review(Parameters.pathId(id), ifMatch, body));
    }

    @PUT
    @Path(ONE + "/publication")
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = Role.REQUIRED, value = Role.EDITOR_NAME)
    @Operation(
            operationId = "publish",
            summary = "Publish",
            description =
                    "Makes a revision public, at once and whole, or at a time. The body says the whole: without `until`, an earlier expiry is dropped; without `at`, an earlier schedule. Publishing what is public already in the same way changes nothing. Only an admin breaks an embargo, and says so by `overEmbargo`.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Publication.class)))
    @APIResponseSchema(
            value = WorkingCopyStatus.class,
            responseDescription = "The working copy; here its status, beside its content.")
    public Response publish(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            @Nullable JsonBody body) {
        return EditorialAnswer.ok(publishers.of(collection).publish(Parameters.pathId(id), ifMatch, body));
    }

    @DELETE
    @Path(ONE + "/schedule")
    @Extension(name = Role.REQUIRED, value = Role.EDITOR_NAME)
    @Operation(
            operationId = "cancelSchedule",
            summary = "Cancel a scheduled publication",
            description = "409 when nothing is scheduled, or when its time has come already.")
    @APIResponseSchema(
            value = WorkingCopyStatus.class,
            responseCode = "200",
            responseDescription = "The working copy; here its status, beside its content.")
    public Response cancelSchedule(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @Nullable @HeaderParam("If-Match") String ifMatch) {
        return EditorialAnswer.ok(publishers.of(collection).cancelSchedule(Parameters.pathId(id), ifMatch));
    }

    @DELETE
    @Path(ONE + "/publication")
    @Extension(name = Role.REQUIRED, value = Role.EDITOR_NAME)
    @Operation(
            operationId = "withdraw",
            summary = "Withdraw",
            description =
                    "Takes it from the public at once, and off the schedule. Its address answers 410 with `kind` and `note` from then on, until it is published again. The working copy says so in `withdrawal`.")
    @APIResponseSchema(
            value = WorkingCopyStatus.class,
            responseCode = "200",
            responseDescription = "The working copy; here its status, beside its content.")
    public Response withdraw(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @QueryParam("kind")
                    @Parameter(
                            schema = @Schema(implementation = WithdrawalInput.Reason.class),
                            description = "Why, in public; `withdrawn` when left out.",
                            example = "legal")
                    @Nullable
                    String reason,
            @QueryParam("note")
                    @Parameter(
                            description = "What readers are told, up to 2000 characters.",
                            example = "Withdrawn after a court order.")
                    @Nullable
                    String note,
            @Nullable @HeaderParam("If-Match") String ifMatch) {
        return EditorialAnswer.ok(
                publishers.of(collection).withdraw(Parameters.pathId(id), ifMatch, WithdrawalInput.read(reason, note)));
    }

    @PUT
    @Path(ONE + "/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = Role.REQUIRED, value = Role.EDITOR_NAME)
    @Operation(
            operationId = "explainWithdrawal",
            summary = "Say why it was withdrawn",
            description =
                    "Replaces the kind and the public note of a withdrawal. That it was a legal one only an admin may take back. 409 when it is not withdrawn.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WithdrawalInput.class)))
    @APIResponseSchema(
            value = WorkingCopyStatus.class,
            responseDescription = "The working copy; here its status, beside its content.")
    public Response explainWithdrawal(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            JsonBody body) {
        return EditorialAnswer.ok(withdrawals.change(publishers.of(collection), Parameters.pathId(id), ifMatch, body));
    }
}
