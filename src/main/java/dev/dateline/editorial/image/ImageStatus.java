package dev.dateline.editorial.image;

import dev.dateline.access.Actor;
import dev.dateline.media.ImageFile;
import dev.dateline.media.LibraryImage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the program knows about a picture; read-only. */
@Schema(
        description =
                "What Dateline keeps about a picture. Read-only: a write may repeat these fields, not change them.")
record ImageStatus(
        @Schema(required = true, readOnly = true, examples = "01981f2c-5a00-7000-8000-000000000031")
        UUID id,

        @Schema(
                required = true,
                readOnly = true,
                description = "Raised by every change; in quotes, it is the ETag.",
                examples = "1")
        long version,

        @Schema(required = true, readOnly = true, description = "Of the upload.", examples = "image/jpeg")
        String mediaType,

        @Schema(required = true, readOnly = true, description = "Of the upload.", examples = "2481204")
        long bytes,

        @Schema(required = true, readOnly = true, description = "Upright, in pixels.", examples = "6000")
        int width,

        @Schema(required = true, readOnly = true, description = "Upright, in pixels.", examples = "4000")
        int height,

        @Schema(
                required = true,
                readOnly = true,
                description = "SHA-256 of the upload: the same bytes are one picture.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String digest,

        @Schema(
                required = true,
                readOnly = true,
                description = "A ThumbHash in base64.",
                examples = "3OcRJYB4d3h/iIeHeEh3eIhw+j3A")
        String placeholder,

        @Schema(required = true, readOnly = true, examples = "#5b7f9c")
        String dominantColour,

        @Schema(
                required = true,
                readOnly = true,
                format = "uri-template",
                description =
                        "Renditions for the newsroom, whether it is published or not: put in a crop, a width and a format (RFC 6570). They need the key.",
                examples =
                        "/v1/editorial/images/01981f2c-5a00-7000-8000-000000000031/renditions/{crop}/{width}.{format}")
        String template,

        @Schema(required = true, readOnly = true) Actor uploadedBy,

        @Schema(required = true, readOnly = true, examples = "2026-11-20T07:00:00Z")
        Instant uploadedAt,

        @Schema(required = true, readOnly = true, examples = "2026-11-20T08:10:00Z")
        Instant modifiedAt) {

    static final List<String> FIELDS = List.of(
            "id",
            "version",
            "mediaType",
            "bytes",
            "width",
            "height",
            "digest",
            "placeholder",
            "dominantColour",
            "template",
            "uploadedBy",
            "uploadedAt",
            "modifiedAt");

    static ImageStatus of(LibraryImage image, Actor uploadedBy) {
        ImageFile file = image.file();
        return new ImageStatus(
                image.id(),
                image.version(),
                file.mediaType(),
                file.bytes(),
                file.width(),
                file.height(),
                file.digest(),
                file.placeholder(),
                file.dominantColour(),
                ImageResource.PATH + "/" + image.id() + "/renditions/{crop}/{width}.{format}",
                uploadedBy,
                image.uploadedAt(),
                image.modifiedAt());
    }
}
