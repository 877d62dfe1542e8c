package dev.dateline.exchange;

import dev.dateline.content.TagProfile;
import dev.dateline.content.TagType;
import dev.dateline.tag.Tag;
import java.util.Map;
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
    record Existing(TagType type, Map<String, String> names, Map<String, String> descriptions) {

        static final Existing NOTHING = new Existing(TagType.TOPIC, Map.of(), Map.of());

        static Existing of(Tag tag) {
            TagProfile profile = tag.profile();
            return new Existing(tag.type(), tag.names(), profile == null ? Map.of() : profile.descriptions());
        }
    }

    /** For a newsroom without any. */
    static ExistingTags none() {
        return new ExistingTags(source -> Optional.empty(), slug -> Optional.empty());
    }
}
