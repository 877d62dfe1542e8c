package dev.dateline.search;

import dev.dateline.content.TagType;
import dev.dateline.json.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the index is told of a published article.
 *
 * @param updateWithdrawAt when the first of its updates is to be withdrawn, or null
 * @param stamp another one whenever any of it is another, names and aliases of tags too
 */
record SearchText(
        UUID id,
        String slug,
        String language,
        String kind,
        Instant publishedAt,
        @Nullable Instant withdrawAt,
        @Nullable Instant updateWithdrawAt,
        long stamp,
        String headline,
        @Nullable String lead,
        String body,
        JsonText card,
        List<Carried> tags,
        Terms rights) {

    /** What decides which partners may have it, beside its language and tags. */
    record Terms(@Nullable String licence, List<String> territories, Instant publicSince) {}

    SearchText withCard(JsonText filled) {
        return new SearchText(
                id,
                slug,
                language,
                kind,
                publishedAt,
                withdrawAt,
                updateWithdrawAt,
                stamp,
                headline,
                lead,
                body,
                filled,
                tags,
                rights);
    }

    /**
     * A tag that the article carries.
     *
     * @param byline whether it is a contributor in the byline
     * @param words slug, then aliases, and all that leads to it from tags that were merged into it
     * @param wordsAbove the same of all tags above it, and their ids
     * @param names by language
     * @param formerNames by language, of tags that were merged into it
     */
    record Carried(
            UUID id,
            TagType type,
            boolean byline,
            List<String> words,
            List<String> wordsAbove,
            Map<String, String> names,
            List<Map<String, String>> formerNames) {

        String slug() {
            return words.get(0);
        }

        Carried in(boolean isByline) {
            return new Carried(id, type, isByline, words, wordsAbove, names, formerNames);
        }

        /** By language; those of one language after each other. */
        Map<String, String> allNames() {
            Map<String, String> all = new TreeMap<>(names);
            formerNames.forEach(former ->
                    former.forEach((language, name) -> all.merge(language, name, (one, other) -> one + " . " + other)));
            return all;
        }
    }
}
