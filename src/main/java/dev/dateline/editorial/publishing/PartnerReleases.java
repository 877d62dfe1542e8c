package dev.dateline.editorial.publishing;

import dev.dateline.article.PublishedArticle;
import dev.dateline.article.PublishedArticleRepository;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ContentKind;
import dev.dateline.tag.TagPublicity;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells that partners who get things later than others get an article now, with its updates and tags, and in what links to it or
 * names it. Of its alerts nobody is told again.
 */
@Singleton
class PartnerReleases {

    private final PublishedArticleRepository articles;
    private final TagPublicity publicity;
    private final ShownWithArticles others;
    private final ChangeLog changes;

    PartnerReleases(
            PublishedArticleRepository articles, TagPublicity publicity, ShownWithArticles others, ChangeLog changes) {
        this.articles = articles;
        this.publicity = publicity;
        this.others = others;
        this.changes = changes;
    }

    /** Nothing, when it is not public any more. */
    void note(UUID id) {
        PublishedArticle article = articles.findById(id);
        if (article != null) {
            articles.showing(id, article.translationGroup()).forEach(this::noteOther);
            changes.note(new Change(ContentKind.ARTICLE, id, Change.Event.UPDATED, article.cacheGroups()));
            publicity.comesWith(id);
            others.noteForPartners(Map.of(id, article.cacheGroups()));
        }
    }

    private void noteOther(UUID id) {
        ContentKind kind = ContentKind.ARTICLE;
        changes.note(new Change(kind, id, Change.Event.UPDATED, Set.of(kind.cacheGroup(), kind.cacheGroup(id))));
    }
}
