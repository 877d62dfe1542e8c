package dev.dateline.editorial.preview;

import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.http.Parameters;
import dev.dateline.json.InputReader;
import dev.dateline.json.Json;
import dev.dateline.json.JsonBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Making and revoking previews. */
@Path(EditorialAnswer.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CONTRIBUTOR_NAME)
@Tag(name = "Previews")
@Audited
public class PreviewEditorialResource {

    private final PreviewService previews;
    private final InputReader inputs;

    PreviewEditorialResource(PreviewService previews, InputReader inputs) {
        this.previews = previews;
        this.inputs = inputs;
    }

    /** The shape of the collection, for the contract. */
    @Schema(name = "PreviewList", description = "The previews of an article that still open.")
    record PreviewList(@Schema(required = true) List<PreviewView> items) {}

    @POST
    @Path("articles/{id}/previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createPreview",
            summary = "Make a preview",
            description =
                    "A link that shows one revision to whoever holds it, until a time. Only this answer ever shows the link.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PreviewInput.class)))
    @APIResponseSchema(value = PreviewView.class, responseCode = "201", responseDescription = "The preview.")
    public Response create(@PathParam("id") String id, @Nullable JsonBody body) {
        PreviewInput input =
                body == null || body.isEmpty() ? PreviewInput.DEFAULT : inputs.read(body.json(), PreviewInput.class);
        PreviewView preview = previews.create(Parameters.pathId(id), input);
        return Response.status(201)
                .header(HttpHeaders.LOCATION, Objects.requireNonNull(preview.href()))
                .entity(Json.write(preview))
                .build();
    }

    @GET
    @Path("articles/{id}/previews")
    @Operation(
            operationId = "listPreviews",
            summary = "List previews",
            description = "Those that still open, newest first, without their links.")
    @APIResponseSchema(value = PreviewList.class, responseDescription = "The previews.")
    public Response list(@PathParam("id") String id) {
        return EditorialAnswer.plain(new PreviewList(previews.list(Parameters.pathId(id))));
    }

    @DELETE
    @Path("articles/{id}/previews/{preview}")
    @Operation(
            operationId = "revokePreview",
            summary = "Revoke a preview",
            description = "The link answers 404 from then on.")
    public void revoke(
            @PathParam("id") String id,
            @PathParam("preview") @Parameter(description = "The preview's id.") String preview) {
        previews.revoke(Parameters.pathId(id), Parameters.pathId(preview));
    }
}
