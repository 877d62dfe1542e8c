package dev.dateline.editorial.publishing;

import dev.dateline.alert.PublishedAlertRepository;
import dev.dateline.article.PublishedArticle;
import dev.dateline.article.PublishedArticleRepository;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ContentKind;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** Tells that partners who get things later than others get an article now, with its alerts and with links to it. */
@Singleton
class PartnerReleases {

    private final PublishedArticleRepository articles;
    private final PublishedAlertRepository alerts;
    private final ChangeLog changes;

    PartnerReleases(PublishedArticleRepository articles, PublishedAlertRepository alerts, ChangeLog changes) {
        this.articles = articles;
        this.alerts = alerts;
        this.changes = changes;
    }

    /** Nothing, when it is not public any more. */
    void note(UUID id) {
        PublishedArticle article = articles.findById(id);
        if (article != null) {
            articles.showing(id, article.translationGroup()).forEach(other -> note(ContentKind.ARTICLE, other));
            changes.note(new Change(ContentKind.ARTICLE, id, Change.Event.UPDATED, article.cacheGroups()));
            alerts.leadingTo(id).forEach(alert -> note(ContentKind.ALERT, alert));
        }
    }

    private void note(ContentKind kind, UUID id) {
        changes.note(new Change(kind, id, Change.Event.UPDATED, Set.of(kind.cacheGroup(), kind.cacheGroup(id))));
    }
}
