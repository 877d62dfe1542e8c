package dev.dateline.tag;

import dev.dateline.content.TagType;
import dev.dateline.http.Cursor;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tags an editor looks for; null leaves a side open.
 *
 * @param name how a word of a name begins, in any language, whatever the case
 * @param slugs slugs or aliases
 * @param sameAs an address of the same thing elsewhere
 * @param isMerged whether those that were merged into others are wanted, or those that were not
 */
public record TagQuery(
        @Nullable TagType type,
        @Nullable String name,
        @Nullable Set<String> slugs,
        @Nullable String sameAs,
        @Nullable Boolean isRetired,
        boolean isMerged) {

    /** Whether there is a word in it to look for. */
    public static boolean hasWord(String name) {
        return !TagName.folded(name).isEmpty();
    }

    /** A newsroom has thousands of tags, not millions: no index is needed to read their names. A word has no sign that LIKE reads. */
    String conditions(Map<String, Object> parameters) {
        String conditions = isMerged ? " and t.leadsTo <> t.id" : " and t.leadsTo = t.id";
        if (sameAs != null) {
            conditions += " and array_contains(t.sameAs, :sameAs)";
            parameters.put("sameAs", sameAs);
        }
        if (isRetired != null) {
            conditions += " and t.retired = :retired";
            parameters.put("retired", isRetired);
        }
        if (name != null) {
            conditions += " and t.foldedNames like :name";
            parameters.put("name", "%" + TagName.folded(name) + "%");
        }
        if (slugs != null) {
            conditions += " and exists (select 1 from Tag o left join o.aliases a where "
                    + (isMerged ? "o.id" : "o.leadsTo") + " = t.id and (o.slug in (:slugs) or a in (:slugs)))";
            parameters.put("slugs", slugs);
        }
        return conditions;
    }

    static String page(@Nullable TagType type, @Nullable Cursor cursor, Map<String, Object> parameters) {
        boolean backwards = cursor != null && cursor.backwards();
        String conditions = "";
        if (type != null) {
            conditions += " and t.type = :type";
            parameters.put("type", type);
        }
        if (cursor != null) {
            conditions += backwards ? " and t.id < :after" : " and t.id > :after";
            parameters.put("after", cursor.id());
        }
        return conditions + " order by t.id" + (backwards ? " desc" : "");
    }
}
