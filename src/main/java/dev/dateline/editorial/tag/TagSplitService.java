package dev.dateline.editorial.tag;

import dev.dateline.article.PublishedArticle;
import dev.dateline.article.PublishedArticleRepository;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ArticleContent;
import dev.dateline.content.ContentKind;
import dev.dateline.content.TagFilter;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.article.Article;
import dev.dateline.editorial.article.ArticleRepository;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.editorial.publishing.ArticleRenderer;
import dev.dateline.http.EntityTags;
import dev.dateline.json.InputReader;
import dev.dateline.json.JsonBody;
import dev.dateline.problem.Problem;
import dev.dateline.tag.Tag;
import dev.dateline.tag.TagCacheGroups;
import dev.dateline.tag.TagPublicity;
import dev.dateline.tag.TagRepository;
import dev.dateline.time.DatabaseClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives a part of the articles that carry a tag another one instead. The present revision of each names the other then, and what
 * is public of it too; former revisions stay as they were. Each is judged by what it carries itself, the working copy as the
 * published article. Some articles at a time, each in a transaction: others publish meanwhile, and what was moved no longer fits,
 * so a split that broke off is only asked for again.
 */
@Singleton
public class TagSplitService {

    private static final int BATCH = 100;

    private final InputReader inputs;
    private final TagRepository tags;
    private final OtherTag others;
    private final ArticleRepository articles;
    private final PublishedArticleRepository published;
    private final ArticleRenderer renderer;
    private final AdvisoryLockRepository locks;
    private final ChangeLog changes;
    private final TagPublicity publicity;
    private final AuditLog audit;

    TagSplitService(
            InputReader inputs,
            TagRepository tags,
            OtherTag others,
            ArticleRepository articles,
            PublishedArticleRepository published,
            ArticleRenderer renderer,
            AdvisoryLockRepository locks,
            ChangeLog changes,
            TagPublicity publicity,
            AuditLog audit) {
        this.inputs = inputs;
        this.tags = tags;
        this.others = others;
        this.articles = articles;
        this.published = published;
        this.renderer = renderer;
        this.locks = locks;
        this.changes = changes;
        this.publicity = publicity;
        this.audit = audit;
    }

    public TagSplitResult split(UUID id, @Nullable String ifMatch, JsonBody body) {
        TagSplitInput input = inputs.read(body.json(), TagSplitInput.class);
        List<UUID> all = QuarkusTransaction.requiringNew().call(() -> {
            Tag tag = locked(id);
            EntityTags.require(ifMatch, tag.version(), () -> "Read the tag again and decide.");
            others.of(tag, input.into());
            rule(input);
            audit.done(AuditAction.SPLIT, ContentKind.TAG, id, null);
            Set<UUID> carrying = new TreeSet<>(articles.carrying(tags.withThoseMerged(Set.of(id))));
            carrying.addAll(published.carrying(id));
            return List.copyOf(carrying);
        });
        TagSplitResult result = TagSplitResult.NOTHING;
        for (int from = 0; from < all.size(); from += BATCH) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + BATCH));
            result = result.plus(QuarkusTransaction.requiringNew().call(() -> split(id, input, some)));
        }
        return result;
    }

    private Tag locked(UUID id) {
        locks.lock(AdvisoryLockRepository.PUBLISHING);
        tags.forgetResolved();
        Tag tag = tags.forUpdate(id).orElseThrow(Problem::notFound);
        tag.requireUnmerged();
        return tag;
    }

    private TagSplitResult split(UUID id, TagSplitInput input, List<UUID> some) {
        Tag tag = locked(id);
        Tag other = others.of(tag, input.into());
        TagSplitRule rule = rule(input);
        Set<UUID> names = tags.withThoseMerged(Set.of(id));
        List<Article> fitting = articles.forUpdate(some).stream()
                .filter(article -> article.names(names) && fits(rule, article))
                .toList();
        fitting.forEach(article -> article.retag(names, other.id(), DatabaseClock.now()));
        Set<UUID> hidden = publicity.hidden(List.of(id, other.id()));
        int live = renderer.retag(
                some, article -> article.tagIds().contains(id) && fits(rule, article), names, other.id());
        for (Tag one : List.of(tag, other)) {
            changes.note(new Change(
                    ContentKind.TAG,
                    one.id(),
                    Change.Event.UPDATED,
                    Set.of(ContentKind.TAG.cacheGroup(one.id()), TagCacheGroups.CARRIED)));
        }
        publicity.settle(hidden, List.of(id, other.id()));
        return new TagSplitResult(fitting.size(), live);
    }

    private TagSplitRule rule(TagSplitInput input) {
        TagFilter filter = input.tag() == null ? new TagFilter(List.of()) : TagFilter.parse(input.tag());
        Map<String, Tag> known = tags.resolve(filter.words());
        List<String> unknown =
                filter.words().stream().filter(word -> !known.containsKey(word)).toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid("/tag", "must name tags that exist; unknown: " + String.join(", ", unknown));
        }
        return new TagSplitRule(input, filter, tags.matches(filter.references()));
    }

    private boolean fits(TagSplitRule rule, Article article) {
        ArticleContent content = article.content();
        Set<UUID> carried =
                tags.byId(content.tagIds()).values().stream().map(Tag::id).collect(Collectors.toSet());
        return rule.fits(carried, content.language(), content.kind(), article.publishedAt());
    }

    private static boolean fits(TagSplitRule rule, PublishedArticle article) {
        return rule.fits(article.tagIds(), article.language(), article.kind(), article.publishedAt());
    }
}
