package dev.dateline.removal;

import dev.dateline.json.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Acknowledging removals. It needs no key: the address is one, and only the receiver was told it. */
@Path(RemovalReceiptResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Removals")
public class RemovalReceiptResource {

    static final String PATH = "/v1/removal-receipts";

    private final Removals removals;

    RemovalReceiptResource(Removals removals) {
        this.removals = removals;
    }

    @POST
    @Path("{token}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "acknowledgeRemoval", summary = "Acknowledge a removal", description = """
                    Says that what was removed for a legal reason is kept nowhere any more: not on pages, in caches, in archives nor in apps. The \
                    address came in a message of the type `dev.dateline.removal`. It may be sent again: the time of the first one stays, the last note counts.""")
    @RequestBody(content = @Content(schema = @Schema(implementation = RemovalAcknowledgement.class)))
    @APIResponseSchema(value = RemovalAcknowledged.class, responseDescription = "It is acknowledged.")
    public Response acknowledge(
            @PathParam("token") @Parameter(description = "From `acknowledgeAt`, as it is.") String token,
            @Nullable JsonBody body) {
        return RemovalResource.answer(removals.acknowledge(token, body == null || body.isEmpty() ? null : body.json()));
    }
}
