package dev.dateline.tag;

import dev.dateline.content.TagType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag as another tag shows it. */
@Schema(description = "A tag above or below another, with its names by language.")
public record NamedTag(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000002")
        UUID id,

        @Schema(required = true) TagType type,
        @Schema(required = true, examples = "belarus") String slug,

        @Schema(required = true, examples = "{\"be\": \"Беларусь\", \"en\": \"Belarus\"}")
        Map<String, String> names) {

    static NamedTag of(Tag tag) {
        return new NamedTag(tag.id(), tag.type(), tag.slug(), tag.names());
    }
}
