package dev.dateline.syndication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where programs find this API by themselves (RFC 9727), as a set of links (RFC 9264). */
@Path(ApiCatalogResource.ADDRESS)
public class ApiCatalogResource {

    static final String LINK_SET = "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"";

    static final String ADDRESS = "/.well-known/api-catalog";

    private final PageAddresses pages;

    ApiCatalogResource(PageAddresses pages) {
        this.pages = pages;
    }

    @GET
    @Produces(LINK_SET)
    @Operation(hidden = true)
    public Response get() {
        ObjectNode catalog = Json.MAPPER.createObjectNode();
        ObjectNode api = catalog.putArray("linkset").addObject().put("anchor", pages.absolute("/v1"));
        link(api, "service-desc", "/openapi/delivery", "application/yaml");
        link(api, "service-doc", "/docs", "text/html");
        link(api, "status", "/health", "application/json");
        return Response.ok(Json.write(catalog))
                .header("Link", "<" + ADDRESS + ">; rel=\"api-catalog\"")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }

    private void link(ObjectNode api, String relation, String path, String type) {
        api.putArray(relation).addObject().put("href", pages.absolute(path)).put("type", type);
    }
}
