package dev.dateline.tag;

import dev.dateline.change.Change;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A published article whose tag leads elsewhere, or stands elsewhere.
 *
 * @param isBelow whether it carries the tag or one below, and does not only name an article that does
 */
public record CarryingArticle(UUID id, String language, boolean isBelow) {

    /** That it carries another tag in the place of one. */
    public Change change(UUID tag, UUID other) {
        Set<String> touched = touched(tag);
        touched.add(ContentKind.TAG.cacheGroup(other));
        return new Change(ContentKind.ARTICLE, id, Change.Event.UPDATED, Change.Reason.MERGED, touched);
    }

    /** That a tag which it carries, or one above, stands elsewhere now: it may be found, or be a partner's, by others. */
    public Change movedWith(UUID tag) {
        return new Change(ContentKind.ARTICLE, id, Change.Event.UPDATED, touched(tag));
    }

    private Set<String> touched(UUID tag) {
        ContentKind kind = ContentKind.ARTICLE;
        Set<String> touched = new LinkedHashSet<>(Set.of(kind.cacheGroup(id), ContentKind.TAG.cacheGroup(tag)));
        Languages.ranges(language).forEach(range -> touched.add(kind.cacheGroup() + ":" + range));
        return touched;
    }
}
