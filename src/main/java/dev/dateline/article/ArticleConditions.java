package dev.dateline.article;

import dev.dateline.tag.Tag;
import dev.dateline.tag.TagType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns an {@link ArticleFilter} into the conditions of a query, with everything from outside as a parameter. */
final class ArticleConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    /** @param tags the tags that the filter names, by the words it names them with; unknown ones match nothing */
    static ArticleConditions of(ArticleFilter filter, Map<String, Tag> tags) {
        ArticleConditions conditions = new ArticleConditions();
        conditions.tags(filter.tags(), tags, null, false);
        conditions.tags(filter.sections(), tags, TagType.SECTION, false);
        conditions.tags(filter.contributors(), tags, null, true);
        conditions.equal("a.language", "language", filter.language());
        conditions.equal("a.kind", "kind", filter.kind());
        if (filter.publishedAfter() != null) {
            conditions.and("a.publishedAt >= :after");
            conditions.bind("after", filter.publishedAfter());
        }
        if (filter.publishedBefore() != null) {
            conditions.and("a.publishedAt < :before");
            conditions.bind("before", filter.publishedBefore());
        }
        return conditions;
    }

    private void equal(String attribute, String name, @Nullable Object value) {
        if (value != null) {
            and(attribute + " = :" + name);
            bind(name, value);
        }
    }

    private void tags(@Nullable TagFilter filter, Map<String, Tag> tags, @Nullable TagType type, boolean byline) {
        if (filter == null) {
            return;
        }
        for (TagFilter.Term term : filter.terms()) {
            Set<UUID> ids = term.anyOf().stream()
                    .map(tags::get)
                    .filter(tag -> tag != null && (type == null || tag.type() == type))
                    .map(Tag::id)
                    .collect(Collectors.toSet());
            if (ids.isEmpty()) {
                if (!term.excluded()) {
                    and("1 = 0");
                }
                continue;
            }
            String name = "tags" + parameters.size();
            and((term.excluded() ? "not " : "") + "exists (select 1 from a.tags c where c.tagId in (:" + name + ")"
                    + (byline ? " and c.byline = true)" : ")"));
            bind(name, ids);
        }
    }

    void and(String condition) {
        conditions.add(condition);
    }

    void bind(String name, @Nullable Object value) {
        parameters.put(name, value);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
