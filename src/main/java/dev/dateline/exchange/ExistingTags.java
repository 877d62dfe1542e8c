package dev.dateline.exchange;

import dev.dateline.content.TagType;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tags that the newsroom has already, as far as a format must know them to give slugs.
 *
 * @param imported the slug of the tag that an earlier import made of a source
 * @param bySlug what has a slug
 */
record ExistingTags(Function<String, Optional<String>> imported, Function<String, Optional<Existing>> bySlug) {

    /** A tag that is there. */
    record Existing(TagType type, Collection<String> names) {}

    /** For a newsroom without any. */
    static ExistingTags none() {
        return new ExistingTags(source -> Optional.empty(), slug -> Optional.empty());
    }
}
