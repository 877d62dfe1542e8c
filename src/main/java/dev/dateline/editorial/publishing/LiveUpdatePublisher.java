package dev.dateline.editorial.publishing;

import dev.dateline.article.PublishedArticle;
import dev.dateline.article.PublishedArticleRepository;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LiveUpdateContent;
import dev.dateline.editorial.liveupdate.LiveUpdate;
import dev.dateline.editorial.liveupdate.LiveUpdateService;
import dev.dateline.live.LiveCacheGroups;
import dev.dateline.live.PublishedLiveUpdate;
import dev.dateline.live.PublishedLiveUpdateRepository;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.published.Address;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Publishes and withdraws updates of live pages, one by one: the page itself stays as it is. */
@Singleton
public class LiveUpdatePublisher extends Publisher<LiveUpdateContent, LiveUpdate> {

    private final PublishedLiveUpdateRepository published;
    private final PublishedArticleRepository articles;
    private final PublicArticles pages;
    private final ArticleRenderer renderer;

    LiveUpdatePublisher(
            LiveUpdateService updates,
            PublishingSupport support,
            PublishedLiveUpdateRepository published,
            PublishedArticleRepository articles,
            PublicArticles pages,
            ArticleRenderer renderer) {
        super(updates, support);
        this.published = published;
        this.articles = articles;
        this.pages = pages;
        this.renderer = renderer;
    }

    @Override
    protected void check(LiveUpdateContent content, List<Fault> faults) {
        RequiredFields.require(content.body(), "body", faults);
    }

    @Override
    protected Address.@Nullable Key address(LiveUpdateContent content) {
        return null;
    }

    /** Their numbers rise in the order in which they become visible, so one is published at a time. */
    @Override
    protected boolean isUnrelated(LiveUpdate update) {
        return false;
    }

    /** The page is there by then: it is public, or goes out no later. */
    @Override
    protected void checkSchedule(LiveUpdateContent content, Instant at, List<Fault> faults) {
        pages.requireBy(at, content.page(), faults);
    }

    /** While its page is withdrawn, nobody reads it. */
    @Override
    protected boolean isOutdated(UUID id, LiveUpdateContent content) {
        return articles.findById(content.page()) == null;
    }

    @Override
    protected Set<String> publish(LiveUpdate update, Edition<LiveUpdateContent> edition) {
        LiveUpdateContent content = edition.content();
        PublishedArticle page = articles.findById(content.page());
        if (page == null || page.kind() != ArticleKind.LIVE) {
            throw Problem.conflict("/article", "must be of a live page that is public: publish that first");
        }
        PublishedLiveUpdate existing = published.findById(update.id());
        PublishedLiveUpdate copy = existing == null ? new PublishedLiveUpdate(update.id(), content.page()) : existing;
        copy.replace(
                content,
                page.language(),
                edition.publishedAt(),
                edition.updatedAt(),
                edition.withdrawAt(),
                edition.now(),
                published.nextNumber());
        published.persistAndFlush(copy);
        renderer.creditWriters(page);
        return touched(copy, page.cacheGroups());
    }

    @Override
    protected Set<String> withdraw(LiveUpdate update) {
        PublishedLiveUpdate copy = Objects.requireNonNull(published.findById(update.id()));
        copy.withdraw(DatabaseClock.now(), published.nextNumber());
        published.flush();
        PublishedArticle page = articles.findById(copy.articleId());
        if (page != null) {
            renderer.creditWriters(page);
        }
        return touched(copy, page == null ? Set.of() : page.cacheGroups());
    }

    private static Set<String> touched(PublishedLiveUpdate copy, Set<String> ofPage) {
        Set<String> touched = new HashSet<>(LiveCacheGroups.about(ofPage));
        touched.add(ContentKind.LIVE_UPDATE.cacheGroup());
        touched.add(LiveCacheGroups.page(copy.articleId()));
        return touched;
    }
}
