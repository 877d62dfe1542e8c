package dev.dateline.editorial.image;

import dev.dateline.media.ContentReference;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that names a picture. */
@Schema(name = "ImageUse", description = "Something that names a picture, in its working copy or in what is published.")
record ImageUse(
        @Schema(required = true, examples = "article") String kind,

        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000003")
        UUID id,

        @Schema(
                required = true,
                format = "uri-reference",
                examples = "/v1/editorial/articles/01981f2c-5a00-7000-8000-000000000003")
        String href) {

    static ImageUse of(ContentReference use) {
        return new ImageUse(use.kind().name(), use.id(), use.kind().editorialPath() + "/" + use.id());
    }
}
