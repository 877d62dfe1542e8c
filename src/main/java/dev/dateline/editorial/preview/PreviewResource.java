package dev.dateline.editorial.preview;

import dev.dateline.article.BodyFormat;
import dev.dateline.http.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Opening previews. It needs no key, the link is one; a wrong link, an old and a revoked one look the same. It stands
 * outside the cache, and no answer may be kept by anybody.
 */
@Path(PreviewView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Previews")
public class PreviewResource {

    private final PreviewService previews;

    PreviewResource(PreviewService previews) {
        this.previews = previews;
    }

    @GET
    @Path("{token}")
    @Operation(
            operationId = "openPreview",
            summary = "Open a preview",
            description =
                    "One revision of an article exactly as `GET /v1/articles/{article}` would answer it, were it public. Front ends can draw it with the same code.")
    @APIResponse(
            responseCode = "200",
            description = "The article.",
            content = @Content(schema = @Schema(ref = "#/components/schemas/Article")))
    public Response open(
            @PathParam("token") @Parameter(description = "From the link, as it is.") String token,
            @QueryParam("body")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            title = "BodyFormat",
                                            enumeration = {"blocks", "html", "markdown", "text", "none"},
                                            defaultValue = "blocks"),
                            description = "The body's format.")
                    @Nullable
                    String body) {
        Parameters parameters = new Parameters();
        BodyFormat format = parameters.choice("body", body, BodyFormat.class, BodyFormat.BLOCKS);
        parameters.check();
        return Response.ok(previews.open(token, format).bytes())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
