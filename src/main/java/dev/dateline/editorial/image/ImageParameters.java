package dev.dateline.editorial.image;

import dev.dateline.access.Actors;
import dev.dateline.editorial.WordFilter;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters with which editors find pictures. */
public final class ImageParameters extends PageRequest {

    @QueryParam("q")
    @Parameter(
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = WordFilter.LONGEST),
            description =
                    "Only those of which all these words are said, in any form and in any field. As for working copies.",
            example = "bridge")
    @Nullable
    public String q;

    @QueryParam("used")
    @Parameter(
            schema = @Schema(type = SchemaType.BOOLEAN),
            description = "`true`: only those that something names or shows; `false`: only those that nothing does.",
            example = "false")
    @Nullable
    public String used;

    @QueryParam("rights-end-before")
    @Parameter(
            description = "Only those whose rights end before this time or date, or have ended.",
            example = "2036-01-01")
    @Nullable
    public String rightsEndBefore;

    @QueryParam("uploaded-by")
    @Parameter(description = "Only those that somebody uploaded: an id or a name.", example = "admin-key")
    @Nullable
    public String uploadedBy;

    ImageFilter filter(Parameters parameters, Actors actors) {
        String words = parameters.text("q", q, WordFilter.LONGEST);
        return new ImageFilter(
                words == null ? null : WordFilter.of(words),
                parameters.truth("used", used),
                parameters.instant("rights-end-before", rightsEndBefore),
                actors.named(parameters, "uploaded-by", uploadedBy));
    }
}
