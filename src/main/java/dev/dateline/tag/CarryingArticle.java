package dev.dateline.tag;

import dev.dateline.change.Change;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** A published article whose tag leads elsewhere. */
public record CarryingArticle(UUID id, String language) {

    /** That it carries another tag in the place of one. */
    public Change change(UUID tag, UUID other) {
        ContentKind kind = ContentKind.ARTICLE;
        Set<String> touched = new LinkedHashSet<>(
                Set.of(kind.cacheGroup(id), ContentKind.TAG.cacheGroup(tag), ContentKind.TAG.cacheGroup(other)));
        Languages.ranges(language).forEach(range -> touched.add(kind.cacheGroup() + ":" + range));
        return new Change(kind, id, Change.Event.UPDATED, Change.Reason.MERGED, touched);
    }
}
