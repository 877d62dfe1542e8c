package dev.dateline.tag;

import dev.dateline.content.TagType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag as an article shows it: named in the article's language. */
@Schema(name = "TagLink", description = "A tag as an article shows it, named in the article's language.")
public record TagRef(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000002")
        UUID id,

        @Schema(required = true) TagType type,
        @Schema(required = true, examples = "minsk") String slug,
        @Schema(required = true, examples = "Мінск") String name) {

    public static TagRef of(Tag tag, String language) {
        return new TagRef(tag.id(), tag.type(), tag.slug(), tag.name(language));
    }
}
