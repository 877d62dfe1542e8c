package dev.dateline.search;

import dev.dateline.content.TagType;
import dev.dateline.json.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the index is told of a published article.
 *
 * @param renderedAt changes whenever any of it does, names and aliases of tags too
 */
record SearchText(
        UUID id,
        String slug,
        String language,
        String kind,
        Instant publishedAt,
        @Nullable Instant withdrawAt,
        Instant renderedAt,
        String headline,
        @Nullable String lead,
        String body,
        JsonText card,
        List<Carried> tags) {

    /**
     * A tag that the article carries.
     *
     * @param byline whether it is a contributor in the byline
     * @param words slug, then aliases
     */
    record Carried(UUID id, TagType type, boolean byline, List<String> words, Map<String, String> names) {

        String slug() {
            return words.get(0);
        }
    }
}
