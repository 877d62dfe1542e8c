package dev.dateline.search;

import dev.dateline.content.TagType;
import java.util.Map;
import java.util.UUID;

/**
 * A tag as the index shows it.
 *
 * @param value its slug
 * @param names by language
 */
record FoundTag(String value, UUID id, TagType type, Map<String, String> names) {

    static FoundTag of(SearchText.Carried tag) {
        return new FoundTag(tag.slug(), tag.id(), tag.type(), tag.names());
    }
}
