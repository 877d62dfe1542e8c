package dev.dateline.editorial.preview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import dev.dateline.media.MediaConfig;
import dev.dateline.media.RenditionName;
import dev.dateline.media.Renditions;
import dev.dateline.published.BodyFormat;
import dev.dateline.published.BodyParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
    private final PreviewConfig config;
    private final Renditions renditions;
    private final MediaConfig media;

    PreviewResource(PreviewService previews, PreviewConfig config, Renditions renditions, MediaConfig media) {
        this.previews = previews;
        this.config = config;
        this.renditions = renditions;
        this.media = media;
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
            @BeanParam BodyParameter body) {
        Parameters parameters = new Parameters();
        BodyFormat format = body.format(parameters);
        parameters.check();
        return hidden(Response.ok(previews.open(token, format).bytes()));
    }

    /** For people who follow the link in a browser: the newsroom's own front end, or a plain page. */
    @GET
    @Path("{token}")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8;qs=0.5")
    @Operation(hidden = true)
    public Response show(@PathParam("token") String token, @QueryParam("body") @Nullable String ignoredByPeople) {
        return hidden(inBrowser(config, token, previews.open(token, BodyFormat.HTML)));
    }

    @GET
    @Path("{token}/media/{key}/{crop}/{file}")
    @Operation(
            operationId = "getPreviewImage",
            summary = "Get a picture of a preview",
            description = "One rendition of a picture that the previewed revision shows, as `getImageRendition`.")
    @APIResponse(
            responseCode = "200",
            description = "The picture.",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Produces({"image/jpeg", "image/webp"})
    public Response picture(
            @PathParam("token") @Parameter(description = "From the link, as it is.") String token,
            @PathParam("key") @Parameter(description = "From the address of a picture, as it is.") String key,
            @PathParam("crop") @Parameter(description = "From `renditions.crops`.", example = "full") String crop,
            @PathParam("file") @Parameter(description = "A width, a dot and a format.", example = "800.webp")
                    String file,
            @Nullable @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT) String accept)
            throws InterruptedException {
        RenditionName name = RenditionName.read(crop, file, accept, media);
        byte[] rendition = renditions.of(previews.image(token, key), name);
        return hidden(Response.ok(rendition).type(name.mediaType()));
    }

    static Response.ResponseBuilder inBrowser(PreviewConfig config, String token, JsonText article) {
        return config.url()
                .map(template -> Response.seeOther(URI.create(template.replace("{token}", token))))
                .orElseGet(() -> Response.ok(PreviewPage.of(Json.read(article.toString(), JsonNode.class)))
                        .header("Content-Security-Policy", PreviewPage.POLICY));
    }

    /** Nobody keeps it, lists it or tells another site where its reader came from. */
    private static Response hidden(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
