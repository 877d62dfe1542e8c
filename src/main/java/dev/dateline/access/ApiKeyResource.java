package dev.dateline.access;

import dev.dateline.http.JsonBodyReader;
import dev.dateline.http.Parameters;
import dev.dateline.json.InputReader;
import dev.dateline.json.Json;
import dev.dateline.json.JsonBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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

/** Keeping API keys. */
@Path("/v1/editorial/keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_NAME)
@Tag(name = "Keys")
@Audited
public class ApiKeyResource {

    private final ApiKeyService keys;
    private final AuthenticatedReaders readers;
    private final InputReader inputs;
    private final Actors actors;

    ApiKeyResource(ApiKeyService keys, InputReader inputs, AuthenticatedReaders readers, Actors actors) {
        this.keys = keys;
        this.actors = actors;
        this.readers = readers;
        this.inputs = inputs;
    }

    /** All keys; there are never many. */
    @Schema(name = "ApiKeys", description = "All keys, without their secrets.")
    record ApiKeys(@Schema(required = true) List<ApiKeyView> items) {}

    @GET
    @Operation(
            operationId = "listKeys",
            summary = "List keys",
            description = "All API keys, oldest first, without their secrets.")
    @APIResponseSchema(value = ApiKeys.class, responseDescription = "The keys.")
    public Response list() {
        return Response.ok(Json.write(Map.of("items", keys.all()))).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createKey",
            summary = "Make a key",
            description = "Makes an API key. The answer is the only place where it is shown whole.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ApiKeyInput.class)))
    @APIResponseSchema(value = ApiKeyView.class, responseCode = "201", responseDescription = "The key, whole.")
    public Response create(JsonBody body) {
        ApiKeyView key = keys.create(inputs.read(body.json(), ApiKeyInput.class));
        return Response.status(201)
                .header(HttpHeaders.LOCATION, "/v1/editorial/keys/" + key.id())
                .entity(Json.write(key))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Consumes({JsonBodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "renameKey",
            summary = "Rename a key",
            description = "What was done with it is shown under its new name; on other nodes within five seconds.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ApiKeyName.class)))
    @APIResponseSchema(value = ApiKeyView.class, responseDescription = "The key, without its secret.")
    public Response rename(@PathParam("id") String id, JsonBody body) {
        ApiKeyView key = keys.rename(Parameters.pathId(id), inputs.read(body.json(), ApiKeyName.class));
        actors.forget();
        return Response.ok(Json.write(key)).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description =
                    "Takes effect with the next request; on other nodes it may read for five seconds more. Revoking twice is fine. The last key of an admin stays, unless one stands in the configuration.")
    public void revoke(@PathParam("id") String id) {
        keys.revoke(Parameters.pathId(id));
        readers.forgetAll();
    }
}
