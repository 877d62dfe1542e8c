package dev.dateline.editorial.bulk;

import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.editorial.Idempotency;
import dev.dateline.json.InputReader;
import dev.dateline.json.JsonBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Many operations in one request. */
@Path(BulkResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CONTRIBUTOR_NAME)
@Tag(name = "Bulk")
@Audited
public class BulkResource {

    static final String PATH = "/v1/editorial/bulk";

    private final BulkService bulk;
    private final InputReader inputs;

    BulkResource(BulkService bulk, InputReader inputs) {
        this.bulk = bulk;
        this.inputs = inputs;
    }

    /** The shape of the answer, for the contract. */
    @Schema(name = "BulkResults", description = "How each operation ended, in the order in which they came.")
    record BulkResults(@Schema(required = true) List<BulkResult> results) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "runBulk",
            summary = "Do many things at once",
            description =
                    "Up to 200 operations, each with its own result, or all or nothing. Every operation needs the role that it needs by itself.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BulkInput.class)))
    @APIResponseSchema(
            value = BulkResults.class,
            responseCode = "200",
            responseDescription = "How each operation ended.")
    public Response run(@Nullable @HeaderParam("Idempotency-Key") String idempotencyKey, JsonBody body) {
        BulkInput input = inputs.read(body.json(), BulkInput.class);
        Idempotency.Request request = new Idempotency.Request(idempotencyKey, PATH, body);
        return EditorialAnswer.plain(Map.of(
                "results",
                input.atomic() ? bulk.together(request, input.operations()) : bulk.each(request, input.operations())));
    }
}
