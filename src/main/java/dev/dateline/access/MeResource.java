package dev.dateline.access;

import dev.dateline.json.Json;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For tools that show who is at work, and only what they may do. */
@Path("/v1/editorial/me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER_NAME)
@Tag(name = "Keys")
public class MeResource {

    private final Caller caller;

    MeResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getMe",
            summary = "Ask who you are",
            description = "Who the key or token belongs to, and what its role may do.")
    @APIResponseSchema(value = MeView.class, responseDescription = "Who you are.")
    public Response get() {
        return Response.ok(Json.write(MeView.of(caller.actor(), caller.role())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
