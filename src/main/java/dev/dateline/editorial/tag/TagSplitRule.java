package dev.dateline.editorial.tag;

import dev.dateline.content.ArticleKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.TagFilter;
import dev.dateline.tag.TagMatch;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says of an article whether it is to carry the other tag.
 *
 * @param filter which tags it must and must not carry beside
 * @param tags what those lead to
 */
record TagSplitRule(TagSplitInput input, TagFilter filter, Map<TagFilter.Reference, TagMatch> tags) {

    /**
     * @param carried the ids of the tags that it carries; merged ones lead on
     * @param publishedAt null before it is published: then no time is met
     */
    boolean fits(
            Set<UUID> carried, @Nullable String language, @Nullable ArticleKind kind, @Nullable Instant publishedAt) {
        return (input.kind() == null || input.kind() == kind)
                && (input.language() == null
                        || (language != null && Languages.isIn(Languages.canonical(input.language()), language)))
                && (input.publishedAfter() == null
                        || (publishedAt != null && !publishedAt.isBefore(input.publishedAfter())))
                && (input.publishedBefore() == null
                        || (publishedAt != null && publishedAt.isBefore(input.publishedBefore())))
                && filter.terms().stream().allMatch(term -> term.excluded() != isMet(term, carried));
    }

    private boolean isMet(TagFilter.Term term, Set<UUID> carried) {
        return term.anyOf().stream()
                .map(tags::get)
                .anyMatch(match -> match != null && !Collections.disjoint(match.ids(), carried));
    }
}
