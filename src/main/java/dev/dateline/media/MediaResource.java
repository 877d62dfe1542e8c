package dev.dateline.media;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.content.ContentKind;
import dev.dateline.content.Exposure;
import dev.dateline.time.DatabaseClock;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pictures for readers: those that something public shows. Any other name looks like an invented one. */
@Path("/v1/media")
@ForReaders
@Tag(name = "Media")
public class MediaResource {

    private static final String KEY = "[A-Za-z0-9_-]{22}";

    private final PublishedImageRepository images;
    private final Renditions renditions;
    private final MediaConfig config;
    private final CurrentVertxRequest current;

    MediaResource(
            PublishedImageRepository images, Renditions renditions, MediaConfig config, CurrentVertxRequest current) {
        this.current = current;
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
                    String file)
            throws InterruptedException {
        RenditionName name = RenditionName.read(crop, file, AcceptedPictures.of(current.getCurrent()), config);
        List<Showing> showings = showings(key);
        Optional<ShownImage> found = visible(showings);
        if (found.isEmpty()) {
            return depending(Answer.notFound(), key, showings);
        }
        byte[] rendition = renditions.of(found.get(), name);
        List<Showing> afterwards = showings(key); // making one takes seconds, and it may have been withdrawn meanwhile
        Answer answer = visible(afterwards).isEmpty()
                ? Answer.notFound()
                : Answer.file(name.mediaType(), rendition, RenditionName.isNegotiated(file))
                        .shownUntil(found.get().expiresAt())
                        .shownUntil(found.get().exposure().until());
        return depending(answer, key, afterwards);
    }

    private List<Showing> showings(String key) {
        return key.matches(KEY) ? images.byKey(key) : List.of();
    }

    /** Where the first who shows it to readers does; one that nothing else decides about comes first. */
    private static Optional<ShownImage> visible(List<Showing> showings) {
        Instant now = DatabaseClock.now();
        return showings.stream()
                .filter(showing -> showing.isVisible(now))
                .sorted(Comparator.comparing(showing -> !showing.isPlain()))
                .map(Showing::image)
                .findFirst();
    }

    /** An entry of a list comes and goes with its article, and with its times. */
    private static Answer depending(Answer answer, String key, List<Showing> showings) {
        Instant now = DatabaseClock.now();
        Answer depending = answer.dependsOn(ShownImage.cacheGroup(key));
        for (Showing showing : showings) {
            Exposure exposure = showing.image().exposure();
            if (exposure.article() != null) {
                depending = depending.dependsOn(ContentKind.ARTICLE.cacheGroup(exposure.article()));
            }
            depending = depending
                    .until(exposure.from() == null || !exposure.from().isAfter(now) ? null : exposure.from())
                    .until(exposure.until() == null || !exposure.until().isAfter(now) ? null : exposure.until());
        }
        return depending;
    }
}
