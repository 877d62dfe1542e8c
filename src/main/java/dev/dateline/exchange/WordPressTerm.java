package dev.dateline.exchange;

import dev.dateline.content.TagType;
import dev.dateline.json.CanonicalText;
import dev.dateline.problem.Fault;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A term of a WordPress site on its way to be a tag.
 *
 * @param parent the key of the term above it, or null
 */
record WordPressTerm(
        TagType type, String slug, String name, @Nullable String parent, String language, List<Fault> notes) {

    /** Whether another term is the same tag: people who share a name are still two. */
    boolean isSame(TagType otherType, String otherName) {
        boolean contributors = type == TagType.CONTRIBUTOR || otherType == TagType.CONTRIBUTOR;
        return !contributors && comparable(name).equals(comparable(otherName));
    }

    /** A name without what nobody sees, and without its case. */
    static String comparable(String name) {
        return CanonicalText.visible(CanonicalText.of(name)).strip().toLowerCase(Locale.ROOT);
    }
}
