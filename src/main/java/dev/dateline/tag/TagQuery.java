package dev.dateline.tag;

import dev.dateline.content.TagType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tags an editor looks for; null leaves a side open.
 *
 * @param name how a word of a name begins, in any language, whatever the case
 * @param slugs slugs or aliases
 */
public record TagQuery(
        @Nullable TagType type,
        @Nullable String name,
        @Nullable Set<String> slugs) {

    /** Whether there is a word in it to look for. */
    public static boolean hasWord(String name) {
        return !Tag.folded(name).isEmpty();
    }

    /** A newsroom has thousands of tags, not millions: no index is needed to read their names. A word has no sign that LIKE reads. */
    String conditions(Map<String, Object> parameters) {
        String conditions = "";
        if (name != null) {
            conditions += " and t.foldedNames like :name";
            parameters.put("name", "%" + Tag.folded(name) + "%");
        }
        if (slugs != null) {
            conditions += " and (t.slug in (:slugs)"
                    + " or exists (select 1 from Tag o join o.aliases a where o.id = t.id and a in (:slugs)))";
            parameters.put("slugs", slugs);
        }
        return conditions;
    }
}
