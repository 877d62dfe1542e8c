package dev.dateline.editorial.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.access.Role;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.editorial.Idempotency;
import dev.dateline.json.InputReader;
import dev.dateline.json.Json;
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
public class BulkResource {

    static final String PATH = "/v1/editorial/bulk";

    private final BulkService bulk;
    private final InputReader inputs;
    private final Idempotency idempotency;

    BulkResource(BulkService bulk, InputReader inputs, Idempotency idempotency) {
        this.idempotency = idempotency;
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
        return EditorialAnswer.plain(idempotency.once(idempotencyKey, PATH, body, this::run));
    }

    private ObjectNode run(JsonBody body) {
        BulkInput input = inputs.read(body.json(), BulkInput.class);
        return (ObjectNode) Json.tree(
                new BulkResults(input.atomic() ? bulk.together(input.operations()) : bulk.each(input.operations())));
    }
}
