package dev.dateline.editorial.article;

import dev.dateline.content.ArticleContent;
import dev.dateline.content.Credit;
import dev.dateline.tag.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tags that an article names already. Who saves it again sees what they were merged into; it keeps the ids that it has, so
 * that the merge can be undone.
 *
 * @param content what is stored, or null for a new article
 * @param leads what its tags lead to, by id
 */
record StoredTags(@Nullable ArticleContent content, Map<UUID, Tag> leads) {

    /** The ids by which it names a tag already, or that of the tag itself. */
    Collection<String> tags(Tag tag) {
        List<String> ids = content == null ? List.of() : naming(content.tags().stream(), tag);
        return ids.isEmpty() ? List.of(tag.id().toString()) : ids;
    }

    /** The same in the byline, where one id is enough. */
    String contributor(Tag tag) {
        List<String> ids = content == null ? List.of() : naming(contributors(content), tag);
        return ids.isEmpty() ? tag.id().toString() : ids.get(0);
    }

    boolean has(Tag tag) {
        return content != null
                && !naming(Stream.concat(content.tags().stream(), contributors(content)), tag)
                        .isEmpty();
    }

    private static Stream<String> contributors(ArticleContent content) {
        return content.byline().stream().map(Credit::contributor).filter(Objects::nonNull);
    }

    private List<String> naming(Stream<String> ids, Tag tag) {
        return ids.filter(id -> Stream.ofNullable(leads.get(UUID.fromString(id)))
                        .anyMatch(other -> other.id().equals(tag.id())))
                .collect(Collectors.toList());
    }
}
