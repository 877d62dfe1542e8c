package dev.dateline.editorial.image;

import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.content.ImageContent;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.http.JsonBodyReader;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonBody;
import dev.dateline.json.MergePatch;
import dev.dateline.media.ImageFile;
import dev.dateline.media.MediaConfig;
import dev.dateline.media.MediaPart;
import dev.dateline.media.MediaStore;
import dev.dateline.media.RenditionName;
import dev.dateline.media.Renditions;
import dev.dateline.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The library of pictures. */
@Path(ImageResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CONTRIBUTOR_NAME)
@Tag(name = "Editing images")
@Audited
public class ImageResource {

    static final String PATH = "/v1/editorial/images";

    private final ImageUploads uploads;
    private final ImageFetch fetch;
    private final ImageService images;
    private final Renditions renditions;
    private final MediaStore store;
    private final MediaConfig config;

    ImageResource(
            ImageUploads uploads,
            ImageFetch fetch,
            ImageService images,
            Renditions renditions,
            MediaStore store,
            MediaConfig config) {
        this.uploads = uploads;
        this.fetch = fetch;
        this.images = images;
        this.renditions = renditions;
        this.store = store;
        this.config = config;
    }

    @POST
    @Blocking
    @Operation(
            operationId = "uploadImage",
            summary = "Upload a picture",
            description =
                    "Takes the bytes of a JPEG, PNG, WebP or GIF as the body, of an animated GIF the first picture, and no animated WebP; what it is is found from the bytes, whatever `Content-Type` says. What the file says of itself (IPTC, XMP, EXIF: caption, credit, copyright, terms, date) fills the fields. Everything else in it, above all the place where it was taken, stays in the original, which is never public. The same bytes are one picture: to upload them again answers 200 with the picture that is there, so a repeat needs no `Idempotency-Key`. With `from` the program fetches the picture itself.")
    @RequestBody(
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/gif", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(value = ImageRecord.class, responseCode = "201", responseDescription = "The new picture.")
    @APIResponse(
            responseCode = "200",
            description = "The picture that is there already.",
            content = @Content(schema = @Schema(implementation = ImageRecord.class)))
    public Response upload(
            @QueryParam("from")
                    @Parameter(
                            schema = @Schema(type = SchemaType.STRING, format = "uri", maxLength = 2000),
                            description =
                                    "Where on the web it lies, instead of a body. For editors, and only where `dateline.media.fetch` allows it, from public addresses, and within 30 seconds.")
                    @Nullable
                    String from,
            InputStream body)
            throws IOException, InterruptedException {
        if (from != null && body.read() >= 0) {
            throw Problem.parameter("from", "goes without a body");
        }
        TakenUpload taken = from == null ? uploads.take(body) : fetch.take(from);
        return taken.isNew() ? EditorialAnswer.created(taken.view(), PATH) : EditorialAnswer.ok(taken.view());
    }

    @GET
    @Operation(
            operationId = "listImages",
            summary = "List pictures",
            description = "Newest first. Each parameter narrows the list. Follow `next`.")
    @APIResponseSchema(value = ImageRecordPage.class, responseDescription = "A page of pictures.")
    public Response list(@BeanParam ImageParameters query) {
        return EditorialAnswer.page(images.list(query));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getImage", summary = "Get a picture", description = "What is known of it.")
    @APIResponseSchema(value = ImageRecord.class, responseDescription = "The picture.")
    public Response get(@PathParam("id") String id) {
        return EditorialAnswer.ok(images.read(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceImage",
            summary = "Say anew what a picture is",
            description =
                    "Replaces what is said of it; what the body leaves out is emptied. What is published keeps what it had, until it is published again, but the end of the rights counts at once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ImageContent.class)))
    @APIResponseSchema(value = ImageRecord.class, responseDescription = "The picture, changed.")
    public Response replace(
            @PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch, JsonBody body) {
        return EditorialAnswer.ok(images.replace(Parameters.pathId(id), ifMatch, body));
    }

    @PATCH
    @Path("{id}")
    @Consumes({JsonBodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "patchImage",
            summary = "Change what is said of a picture",
            description =
                    "A JSON Merge Patch (RFC 7396). What is published keeps what it had, until it is published again, but the end of the rights counts at once: set `rightsExpireAt` to now, and no reader gets the picture any more.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = JsonBodyReader.MERGE_PATCH,
                            schema = @Schema(implementation = MergePatch.class)))
    @APIResponseSchema(value = ImageRecord.class, responseDescription = "The picture, changed.")
    public Response patch(
            @PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch, JsonBody body) {
        return EditorialAnswer.ok(images.patch(Parameters.pathId(id), ifMatch, body));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.EDITOR_NAME)
    @Operation(
            operationId = "deleteImage",
            summary = "Delete a picture",
            description = "Deletes a picture that nothing names. Its bytes are gone within two days.")
    public void delete(@PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch) {
        images.delete(Parameters.pathId(id), ifMatch);
    }

    @GET
    @Path("{id}/uses")
    @Operation(
            operationId = "listImageUses",
            summary = "See where a picture is used",
            description = "What names it, in a working copy or in what is published.")
    @APIResponseSchema(value = ImageUses.class, responseDescription = "What names it.")
    public Response uses(@PathParam("id") String id) {
        return EditorialAnswer.plain(Map.of("items", images.uses(id)));
    }

    @GET
    @Path("{id}/renditions/{crop}/{file}")
    @Blocking
    @Produces({"image/jpeg", "image/webp"})
    @Operation(
            operationId = "getEditorialRendition",
            summary = "See a picture",
            description = "One rendition, for the newsroom, whether it is published or not.")
    @APIResponse(
            responseCode = "200",
            description = "The picture.",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response rendition(
            @PathParam("id") String id,
            @PathParam("crop") @Parameter(description = "`full`, or a shape.", example = "full") String crop,
            @PathParam("file") @Parameter(description = "A width, a dot and a format.", example = "800.webp")
                    String file,
            @Nullable @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT) String accept)
            throws InterruptedException {
        RenditionName name = RenditionName.read(crop, file, accept, config);
        return Response.ok(renditions.of(images.shown(id), name))
                .type(name.mediaType())
                .build();
    }

    @GET
    @Path("{id}/original")
    @Blocking
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getImageOriginal",
            summary = "Get the original",
            description = "The very bytes that were uploaded, with all that they say, such as where it was taken.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response original(@PathParam("id") String id) {
        ImageFile file = images.file(id);
        return Response.ok(bytes(file).toFile())
                .type(file.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + id + "." + file.mediaType().replace("image/", "") + "\"")
                .build();
    }

    private java.nio.file.Path bytes(ImageFile file) {
        try {
            return store.existing(MediaPart.ORIGINALS, file.digest());
        } catch (IOException e) {
            throw MediaStore.unavailable(e);
        }
    }
}
