package dev.dateline.editorial.liveupdate;

import dev.dateline.content.ArticleKind;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.LiveUpdateContent;
import dev.dateline.content.RelatedBlock;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.WorkingCopySupport;
import dev.dateline.editorial.article.Article;
import dev.dateline.editorial.article.ArticleRepository;
import dev.dateline.editorial.article.CreditResolution;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.tag.StoredTags;
import dev.dateline.tag.TagRepository;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writing updates of live pages. */
@Singleton
public class LiveUpdateService extends WorkingCopyService<LiveUpdateContent, LiveUpdate> {

    private final ArticleRepository articles;
    private final TagRepository tags;

    LiveUpdateService(
            WorkingCopySupport support, LiveUpdateRepository updates, ArticleRepository articles, TagRepository tags) {
        super(ContentKind.LIVE_UPDATE, LiveUpdateContent.class, updates, support);
        this.articles = articles;
        this.tags = tags;
    }

    @Override
    protected LiveUpdate blank(UUID id, Instant now) {
        return new LiveUpdate(id, now);
    }

    @Override
    protected void edit(LiveUpdate update, LiveUpdateContent content) {
        LiveUpdateContent before = update.version() == 0 ? null : update.content();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < content.body().size(); i++) {
            if (content.body().get(i) instanceof RelatedBlock) {
                faults.add(Fault.at("/body/" + i, "must not be related: an update links to articles in its text"));
            }
        }
        Article page = page(content, before, faults);
        Set<String> named = CreditResolution.named(content.byline());
        CreditResolution credits = new CreditResolution(
                tags.resolve(named),
                before == null ? StoredTags.NONE : tags.stored(CreditResolution.named(before.byline())),
                before == null ? List.of() : before.byline(),
                faults);
        LiveUpdateContent resolved = content.withByline(credits.resolve(content.byline()));
        if (page == null || !faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        update.take(
                resolved.withArticle(page.id().toString()).withLanguage(language(content, page)), DatabaseClock.now());
    }

    private @Nullable Article page(LiveUpdateContent content, @Nullable LiveUpdateContent before, List<Fault> faults) {
        UUID id = articles.resolve(Set.of(content.article())).get(content.article());
        Article page = id == null ? null : articles.findById(id);
        if (page == null) {
            faults.add(Fault.at("/article", "must be the id or externalId of an article that exists"));
        } else if (before == null && page.content().kind() != ArticleKind.LIVE) {
            faults.add(Fault.at("/article", "must be an article of kind live"));
        } else if (before != null && !before.page().equals(page.id())) {
            faults.add(Fault.at("/article", "must stay: write the update anew for another page"));
        }
        return page;
    }

    private static @Nullable String language(LiveUpdateContent content, Article page) {
        return content.language() == null ? page.language() : Languages.canonical(content.language());
    }

    @Override
    protected List<LiveUpdateContent> shown(List<LiveUpdateContent> contents) {
        Map<UUID, String> slugs = tags.slugs(contents.stream()
                .flatMap(content -> content.contributors().stream())
                .collect(Collectors.toSet()));
        return contents.stream()
                .map(content -> content.withByline(CreditResolution.shown(content.byline(), slugs)))
                .toList();
    }

    /** While its page is withdrawn, nobody reads it. */
    @Override
    protected @Nullable String publicPath(LiveUpdate update) {
        Article page = articles.findById(update.content().page());
        if (page == null || !page.isPublic()) {
            return null;
        }
        return "/v1/articles/" + update.content().page() + "/updates/" + update.id();
    }
}
