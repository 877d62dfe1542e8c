package dev.dateline.exchange;

import dev.dateline.content.TagProfile;
import dev.dateline.content.TagType;
import dev.dateline.tag.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The tags that the newsroom has already, as far as a format must know them to give slugs.
 *
 * @param imported the slug of the tag that an earlier import made of a source
 * @param bySlug what has a slug
 */
record ExistingTags(Function<String, Optional<String>> imported, Function<String, Optional<Existing>> bySlug) {

    /** A tag that is there. */
    record Existing(
            String slug,
            TagType type,
            Map<String, String> names,
            Map<String, String> descriptions,
            List<String> parents,
            List<String> sameAs,
            boolean isRetired) {

        static final Existing NOTHING =
                new Existing("", TagType.TOPIC, Map.of(), Map.of(), List.of(), List.of(), false);

        static Existing of(Tag tag) {
            TagProfile profile = tag.profile();
            return new Existing(
                    tag.slug(),
                    tag.type(),
                    tag.names(),
                    profile == null ? Map.of() : profile.descriptions(),
                    tag.above().stream().map(UUID::toString).toList(),
                    tag.sameAs(),
                    tag.isRetired());
        }
    }

    /** For a newsroom without any. */
    static ExistingTags none() {
        return new ExistingTags(source -> Optional.empty(), slug -> Optional.empty());
    }
}
