package dev.dateline;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Leads to the documentation page, whose own addresses are in its folder. It needs no key, even where delivery does. */
@Path("/docs")
public class DocumentationAddress {

    @GET
    @Operation(hidden = true)
    public Response page() {
        return Response.seeOther(URI.create("/docs/")).build();
    }
}
