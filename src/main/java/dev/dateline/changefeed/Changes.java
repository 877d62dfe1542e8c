package dev.dateline.changefeed;

import dev.dateline.alert.AlertView;
import dev.dateline.alert.PublishedAlertRepository;
import dev.dateline.article.ArticlesById;
import dev.dateline.cache.Freshness;
import dev.dateline.change.Change;
import dev.dateline.change.LoggedChange;
import dev.dateline.content.ContentKind;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonText;
import dev.dateline.live.LiveCacheGroups;
import dev.dateline.published.AddressRepository;
import dev.dateline.tag.PublicTagRepository;
import dev.dateline.tag.TagView;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells changes as clients get them. */
@Singleton
public class Changes {

    /** Without an address of their own. */
    private static final Set<ContentKind> READ_TOGETHER =
            Set.of(ContentKind.SITE, ContentKind.CALLOUT, ContentKind.ALERT);

    private final AddressRepository addresses;
    private final PublicTagRepository tags;
    private final ArticlesById articles;
    private final PublishedAlertRepository alerts;

    Changes(
            AddressRepository addresses,
            PublicTagRepository tags,
            ArticlesById articles,
            PublishedAlertRepository alerts) {
        this.addresses = addresses;
        this.tags = tags;
        this.articles = articles;
        this.alerts = alerts;
    }

    /**
     * A change that may be told.
     *
     * @param tag where one has changed, as readers know it
     * @param slugs that it has or had, or null
     * @param item the article that has changed, where it is told too
     * @param alert what people are to be told, where it is an alert that stands
     */
    record Told(
            LoggedChange logged,
            @Nullable TagView tag,
            @Nullable List<String> slugs,
            @Nullable JsonText item,
            @Nullable AlertView alert) {

        private boolean isMergedTag() {
            return tag != null && !tag.id().equals(logged.change().target());
        }

        /** @param groups only these, or all where there are none */
        JsonText json(Set<String> groups) {
            JsonText json = JsonText.of(view(logged, tag, slugs, groups));
            JsonText whole = item == null ? json : json.with("item", item);
            return alert == null ? whole : whole.with("alert", JsonText.of(alert));
        }
    }

    /**
     * Changes in their order.
     *
     * @param firstWithdrawal when the first of the articles and alerts in them is to be withdrawn, or null
     * @param count of those that this is about: with whole articles, as many as go on a page
     */
    record AllTold(List<Told> changes, @Nullable Instant firstWithdrawal, int count) {

        /** For a start: a tag that leads to another is no thing of its own. */
        AllTold withoutMergedTags() {
            return new AllTold(
                    changes.stream().filter(told -> !told.isMergedTag()).toList(), firstWithdrawal, count);
        }
    }

    /** The first of these changes: all, or as many as go on a page. A change of a tag that is not public is not told. */
    AllTold tell(List<LoggedChange> all, ChangeParameters.Detail detail) {
        ArticlesById.Found found = articles(targets(all, is(ContentKind.ARTICLE)), detail);
        List<LoggedChange> logged = all.stream()
                .takeWhile(one -> !found.left().contains(one.change().target()))
                .toList();
        Map<UUID, TagView> publicTags = tags.publicViews(targets(logged, is(ContentKind.TAG)));
        Map<UUID, AlertView> standing = alerts.views(targets(logged, is(ContentKind.ALERT)), DatabaseClock.now());
        Predicate<Change> isGone =
                change -> (isAsked(change, detail) && !found.items().containsKey(change.target()))
                        || (change.kind().equals(ContentKind.ALERT) && !standing.containsKey(change.target()));
        List<LoggedChange> now = logged.stream()
                .map(one -> isGone.test(one.change()) ? withdrawn(one) : one)
                .toList();
        Map<UUID, List<String>> slugs = addresses.slugs(targets(now, Changes::isWithdrawal));
        List<Told> told = new ArrayList<>();
        for (LoggedChange one : now) {
            Change change = one.change();
            UUID target = change.target();
            TagView tag = publicTags.get(target);
            if (!change.kind().equals(ContentKind.TAG) || tag != null || isWithdrawal(change)) {
                JsonText item = isWithdrawal(change) ? null : found.items().get(target);
                AlertView alert = isWithdrawal(change) ? null : standing.get(target);
                told.add(new Told(one, tag, slugs.get(target), item, alert));
            }
        }
        return new AllTold(
                told,
                Freshness.earliest(Stream.concat(
                        Stream.of(found.firstWithdrawal()),
                        standing.values().stream().map(AlertView::expiresAt))),
                logged.size());
    }

    /**
     * One change.
     *
     * @param logged as it is told: an alert that stands no more was withdrawn, and an article that is to be told with it and has gone
     */
    public record One(LoggedChange logged, JsonText json) {}

    /** One change as it is told now, or nothing, when it may not be told any more. */
    public Optional<One> tell(LoggedChange logged, ChangeParameters request) {
        ChangeParameters.Detail detail = request.detail(new Parameters());
        return tell(List.of(logged), detail).changes().stream()
                .map(told -> new One(told.logged(), told.json(detail.groups())))
                .findFirst();
    }

    private static boolean isWithdrawal(Change change) {
        return change.event() == Change.Event.WITHDRAWN;
    }

    /** Whether the article itself is told beside its change. */
    private static boolean isAsked(Change change, ChangeParameters.Detail detail) {
        return change.kind().equals(ContentKind.ARTICLE) && detail.view() != ChangeParameters.View.NONE;
    }

    /** What is not there to be shown has gone by now; whoever chooses by what it was may not hear of that otherwise. */
    private static LoggedChange withdrawn(LoggedChange logged) {
        Change change = logged.change();
        return isWithdrawal(change)
                ? logged
                : new LoggedChange(
                        logged.position(),
                        logged.at(),
                        new Change(change.kind(), change.target(), Change.Event.WITHDRAWN, change.groups()));
    }

    private static Predicate<Change> is(ContentKind kind) {
        return change -> change.kind().equals(kind);
    }

    private static Set<UUID> targets(List<LoggedChange> logged, Predicate<Change> which) {
        return logged.stream()
                .map(LoggedChange::change)
                .filter(which)
                .map(Change::target)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private ArticlesById.Found articles(Set<UUID> ids, ChangeParameters.Detail detail) {
        return switch (detail.view()) {
            case NONE -> ArticlesById.Found.NONE;
            case CARD -> articles.cards(ids);
            case FULL -> articles.whole(List.copyOf(ids), detail.body());
        };
    }

    private static ChangeView view(
            LoggedChange logged, @Nullable TagView tag, @Nullable List<String> slugs, Set<String> wanted) {
        Change change = logged.change();
        return new ChangeView(
                change.kind().name(),
                change.kind().equals(ContentKind.IMAGE) ? null : change.target(),
                Parameters.wireName(change.event()),
                change.reason() == null ? null : Parameters.wireName(change.reason()),
                logged.position().number(),
                logged.at(),
                href(change, tag),
                isWithdrawal(change) ? slugs : null,
                change.groups().stream()
                        .filter(group -> wanted.isEmpty() || wanted.contains(group))
                        .toList(),
                null,
                null);
    }

    private static @Nullable String href(Change change, @Nullable TagView tag) {
        ContentKind kind = change.kind();
        if (kind.equals(ContentKind.IMAGE)) {
            return null;
        } else if (kind.equals(ContentKind.TAG)) {
            return tag == null ? null : kind.publicPath() + "/" + tag.slug();
        } else if (kind.equals(ContentKind.LIVE_UPDATE)) {
            return change.groups().stream()
                    .flatMap(LiveCacheGroups::pageOf)
                    .map(page -> kind.publicPath() + "/" + page + "/updates/" + change.target())
                    .findFirst()
                    .orElse(null);
        } else if (READ_TOGETHER.contains(kind)) {
            return kind.publicPath();
        }
        return kind.publicPath() + "/" + change.target();
    }
}
