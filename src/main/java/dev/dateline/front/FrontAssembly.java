package dev.dateline.front;

import dev.dateline.article.CardRepository;
import dev.dateline.cache.Answer;
import dev.dateline.cache.Freshness;
import dev.dateline.callout.CalloutWindows;
import dev.dateline.callout.PublishedCalloutRepository;
import dev.dateline.content.ContentKind;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import dev.dateline.published.PublishedStateRepository;
import dev.dateline.storylist.PublishedList;
import dev.dateline.storylist.PublishedListContent;
import dev.dateline.storylist.PublishedListRepository;
import dev.dateline.storylist.StoryView;
import dev.dateline.tag.TagCacheGroups;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays a front together: with the front itself four statements in all, one for all lists, one for all cards, one for all
 * callouts. Places are given out from the top: an article goes to the first list that has it, and rules fill up with the next.
 */
@Singleton
class FrontAssembly {

    private final PublishedListRepository lists;
    private final CardRepository cards;
    private final PublishedCalloutRepository callouts;
    private final PublishedStateRepository states;

    FrontAssembly(
            PublishedListRepository lists,
            CardRepository cards,
            PublishedCalloutRepository callouts,
            PublishedStateRepository states) {
        this.lists = lists;
        this.cards = cards;
        this.callouts = callouts;
        this.states = states;
    }

    /** A list of the front, and the address under which it is read now. */
    private record Listed(@Nullable String slug, PublishedListContent arrangement) {}

    Answer now(PublishedFront front, Instant now) {
        PublishedFrontContent plan = front.plan();
        List<PublishedList> published = lists.all(plan.lists());
        Map<UUID, Listed> listed = published.stream()
                .collect(Collectors.toMap(PublishedList::id, list -> new Listed(list.slug(), list.arrangement())));
        CalloutWindows windows = plan.placements().isEmpty()
                ? CalloutWindows.NONE
                : callouts.windows(
                        plan.placements(), Stream.ofNullable(plan.language()).toList(), now);
        Instant next = Stream.concat(
                        Stream.ofNullable(windows.nextSwitch(now)),
                        listed.values().stream()
                                .flatMap(list ->
                                        Stream.ofNullable(list.arrangement().nextSwitch(now))))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return assemble(front, plan, listed, windows, now, null)
                .until(next)
                .shownUntil(front.withdrawAt())
                .shownUntil(firstWithdrawal(published));
    }

    private static @Nullable Instant firstWithdrawal(List<PublishedList> lists) {
        return Freshness.earliest(lists.stream().map(PublishedList::withdrawAt));
    }

    Answer then(PublishedFront front, PublishedFrontContent plan, Instant time) {
        List<PublishedList> published = lists.all(plan.lists());
        Map<UUID, String> slugs = published.stream().collect(Collectors.toMap(PublishedList::id, PublishedList::slug));
        Map<UUID, Listed> listed = new HashMap<>();
        states.at(slugs.keySet(), time)
                .forEach((id, json) ->
                        listed.put(id, new Listed(slugs.get(id), Json.read(json, PublishedListContent.class))));
        CalloutWindows windows = plan.placements().isEmpty()
                ? CalloutWindows.NONE
                : callouts.windowsThen(plan.placements(), plan.language(), time);
        return assemble(front, plan, listed, windows, time, time)
                .shownUntil(front.withdrawAt())
                .shownUntil(firstWithdrawal(published));
    }

    private Answer assemble(
            PublishedFront front,
            PublishedFrontContent plan,
            Map<UUID, Listed> listed,
            CalloutWindows windows,
            Instant time,
            @Nullable Instant past) {
        CardRepository.Shown shown = cards.shown(
                hidden -> placed(plan, listed, time, hidden).stream()
                        .flatMap(places -> PublishedListContent.articles(places).stream())
                        .collect(Collectors.toSet()),
                past);
        List<List<PublishedListContent.Placed>> placed = placed(plan, listed, time, shown.hidden());
        List<JsonText> parts = new ArrayList<>();
        for (int i = 0; i < plan.parts().size(); i++) {
            PublishedFrontContent.Part part = plan.parts().get(i);
            Listed list = part.list() == null ? null : listed.get(part.list());
            if (list != null) {
                parts.add(stories(part, list).with("stories", StoryView.all(placed.get(i), shown.cards())));
            } else if (part.placement() != null) {
                parts.add(callouts(part.placement(), windows.open(part.placement(), time)));
            }
        }
        return Answer.of(whole(front, plan).with("sections", JsonText.array(parts)))
                .shownUntil(windows.firstWithdrawal())
                .shownUntil(shown.firstWithdrawal())
                .dependsOn(TagCacheGroups.LOOKS, ContentKind.CALLOUT.cacheGroup())
                .dependsOn(
                        Stream.concat(
                                        plan.lists().stream().map(ContentKind.STORY_LIST::cacheGroup),
                                        shown.articles().stream().map(ContentKind.ARTICLE::cacheGroup))
                                .toList(),
                        Set.of(ContentKind.ARTICLE.cacheGroup(), ContentKind.STORY_LIST.cacheGroup()));
    }

    /** What each part shows, from the top: an article that has a place is hidden from what follows. */
    private static List<List<PublishedListContent.Placed>> placed(
            PublishedFrontContent plan, Map<UUID, Listed> listed, Instant time, Set<UUID> hidden) {
        Set<UUID> taken = new HashSet<>(hidden);
        List<List<PublishedListContent.Placed>> placed = new ArrayList<>();
        for (PublishedFrontContent.Part part : plan.parts()) {
            Listed list = part.list() == null ? null : listed.get(part.list());
            List<PublishedListContent.Placed> places =
                    list == null ? List.of() : list.arrangement().at(time, part.limit(), taken);
            taken.addAll(PublishedListContent.articles(places));
            placed.add(places);
        }
        return placed;
    }

    private static JsonText whole(PublishedFront front, PublishedFrontContent plan) {
        return JsonText.of(new FrontView(
                front.id(),
                front.slug(),
                front.href(),
                plan.title(),
                plan.language(),
                plan.publishedAt(),
                plan.updatedAt(),
                null));
    }

    private static JsonText stories(PublishedFrontContent.Part part, Listed list) {
        return JsonText.of(new FrontView.Part(
                FrontView.Kind.STORIES,
                Objects.requireNonNullElse(part.title(), list.arrangement().title()),
                "/v1/story-lists/" + list.slug(),
                list.arrangement().numbered(),
                null,
                null,
                null));
    }

    private static JsonText callouts(String placement, List<JsonText> open) {
        return JsonText.of(new FrontView.Part(FrontView.Kind.CALLOUTS, null, null, null, placement, null, null))
                .with("callouts", JsonText.array(open));
    }
}
