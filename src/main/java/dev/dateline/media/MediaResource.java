package dev.dateline.media;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Pictures for readers: those that something public shows. Any other name looks like an invented one. */
@Path("/v1/media")
@Produces(MediaType.WILDCARD)
@ForReaders
@Tag(name = "Media")
public class MediaResource {

    private static final String KEY = "[A-Za-z0-9_-]{22}";

    private final PublishedImageRepository images;
    private final Renditions renditions;
    private final MediaConfig config;

    MediaResource(PublishedImageRepository images, Renditions renditions, MediaConfig config) {
        this.images = images;
        this.renditions = renditions;
        this.config = config;
    }

    @GET
    @Path("{key}/{crop}/{file}")
    @Operation(
            operationId = "getImageRendition",
            summary = "Get a picture",
            description =
                    "One rendition of a picture that something published shows. Take the address from `url`, or make it from `renditions.template`. It never changes, so it may be kept for ever. A picture that is narrower than the width comes in its own width.")
    @APIResponse(
            responseCode = "200",
            description = "The picture.",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Answer get(
            @PathParam("key") @Parameter(description = "From the address of a picture, as it is.") String key,
            @PathParam("crop")
                    @Parameter(
                            description = "`full`, or a shape from `renditions.crops`, cut around the focal point.",
                            example = "16x9")
                    String crop,
            @PathParam("file")
                    @Parameter(
                            description =
                                    "A width from `renditions.widths`, a dot, and `jpg` or `webp`. Without the dot and what follows, `Accept` chooses.",
                            example = "800.webp")
                    String file,
            @Nullable @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT) String accept)
            throws InterruptedException {
        RenditionName name = RenditionName.read(crop, file, accept, config);
        Optional<ShownImage> found = key.matches(KEY) ? images.byKey(key) : Optional.empty();
        if (found.isEmpty()) {
            return Answer.notFound().dependsOn(ShownImage.cacheGroup(key));
        }
        ShownImage image = found.get();
        byte[] rendition = renditions.of(image, name);
        if (images.byKey(key).isEmpty()) {
            return Answer.notFound().dependsOn(image.cacheGroup()); // withdrawn while it was made, which takes seconds
        }
        return Answer.file(name.mediaType(), rendition, RenditionName.isNegotiated(file))
                .shownUntil(image.expiresAt())
                .dependsOn(image.cacheGroup());
    }
}
