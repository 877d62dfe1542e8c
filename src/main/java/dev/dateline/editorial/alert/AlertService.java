package dev.dateline.editorial.alert;

import dev.dateline.content.AlertContent;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.WorkingCopySupport;
import dev.dateline.editorial.article.ArticleRepository;
import dev.dateline.problem.Problem;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writing alerts. */
@Singleton
public class AlertService extends WorkingCopyService<AlertContent, Alert> {

    private final ArticleRepository articles;

    AlertService(WorkingCopySupport support, AlertRepository alerts, ArticleRepository articles) {
        super(ContentKind.ALERT, AlertContent.class, alerts, support);
        this.articles = articles;
    }

    @Override
    protected Alert blank(UUID id, Instant now) {
        return new Alert(id, now);
    }

    @Override
    protected void edit(Alert alert, AlertContent content) {
        String language = content.language() == null ? null : Languages.canonical(content.language());
        String before = alert.version() == 0 ? null : alert.content().article();
        alert.edit(content.withLanguage(language).withArticle(article(content, before)), DatabaseClock.now());
    }

    /** An article that it led to before may be deleted meanwhile. */
    private @Nullable String article(AlertContent content, @Nullable String before) {
        if (content.article() == null || content.article().equals(before)) {
            return content.article();
        }
        UUID id = articles.resolve(Set.of(content.article())).get(content.article());
        if (id == null) {
            throw Problem.invalid("/article", "must be the id or externalId of an article that exists");
        }
        return id.toString();
    }

    @Override
    protected String publicPath(Alert alert) {
        return ContentKind.ALERT.publicPath();
    }
}
