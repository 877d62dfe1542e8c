package dev.dateline.storylist;

import dev.dateline.access.ForReaders;
import dev.dateline.article.CardRepository;
import dev.dateline.cache.Answer;
import dev.dateline.cache.Freshness;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.Slug;
import dev.dateline.http.Cursor;
import dev.dateline.http.Page;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import dev.dateline.http.QueryString;
import dev.dateline.json.JsonText;
import dev.dateline.published.PublishedStateRepository;
import dev.dateline.published.WithdrawalRepository;
import dev.dateline.tag.TagCacheGroups;
import dev.dateline.time.DatabaseClock;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading story lists. */
@Path("/v1/story-lists")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@Tag(name = "Story lists")
public class StoryListResource {

    private final PublishedListRepository lists;
    private final CardRepository cards;
    private final PublishedStateRepository states;
    private final WithdrawalRepository withdrawals;

    StoryListResource(
            PublishedListRepository lists,
            CardRepository cards,
            PublishedStateRepository states,
            WithdrawalRepository withdrawals) {
        this.lists = lists;
        this.cards = cards;
        this.states = states;
        this.withdrawals = withdrawals;
    }

    /** The shape of the collection, for the contract. */
    @Schema(name = "StoryListPage", description = "A page of story lists, without their entries.")
    record StoryListPage(
            @Schema(required = true) List<StoryListSummary> items,
            @Nullable @Schema(format = "uri-reference") String next,
            @Nullable @Schema(format = "uri-reference") String previous) {}

    @GET
    @Operation(
            operationId = "listStoryLists",
            summary = "List story lists",
            description = "Published story lists without their entries, oldest first. Follow `next`.")
    @APIResponseSchema(value = StoryListPage.class, responseDescription = "A page of story lists.")
    public Answer list(
            @QueryParam("language")
                    @Parameter(
                            description =
                                    "Only lists in this language (BCP 47), or any of several: `be,ru`. `auto` as for articles.",
                            example = "be")
                    @Nullable
                    String language,
            @BeanParam PageRequest request) {
        Parameters parameters = new Parameters();
        Set<String> wanted =
                new TreeSet<>(parameters.severalOrNone("language", language, Languages.SEVERAL, Languages::canonical));
        Page<PublishedList> page = request.page(
                parameters,
                "story-lists " + wanted,
                (cursor, count) -> lists.page(wanted, cursor, count),
                list -> Cursor.at(list.id()));
        return Answer.page(page.map(list -> JsonText.of(StoryListSummary.of(list))), Map.of())
                .shownUntil(Freshness.earliest(page.items().stream().map(PublishedList::withdrawAt)))
                .dependsOn(ContentKind.STORY_LIST.cacheGroup());
    }

    @GET
    @Path("{list}")
    @Operation(
            operationId = "getStoryList",
            summary = "Get a story list",
            description =
                    "The whole list in the editor's order, each article as a card. A former slug answers 308, a withdrawn list 410. With `at`, the list as it stood then: the same stories in the same order, but none that is not public any more.")
    @APIResponseSchema(value = StoryListView.class, responseDescription = "The story list.")
    public Answer get(
            @PathParam("list") @Parameter(description = "Slug or id.", example = "top-stories") String reference,
            @QueryParam("at")
                    @Parameter(
                            description =
                                    "A time in the past such as 2026-02-14T12:00:00Z, or a date, which means its first moment in UTC.")
                    @Nullable
                    String at,
            @Context UriInfo uri) {
        Parameters parameters = new Parameters();
        Instant time = parameters.past("at", at);
        parameters.check();
        boolean bySlug = Slug.isSlug(reference);
        PublishedListRepository.Found found =
                (bySlug ? lists.bySlug(reference) : lists.byId(Parameters.pathId(reference))).orElse(null);
        if (found == null) {
            return Answer.notFound()
                    .dependsOn(
                            bySlug
                                    ? ContentKind.STORY_LIST.addressCacheGroup(reference)
                                    : ContentKind.STORY_LIST.cacheGroup(UUID.fromString(reference)));
        }
        String group = ContentKind.STORY_LIST.cacheGroup(found.id());
        PublishedList list = found.list();
        if (list == null) {
            return withdrawals
                    .answer(found.id(), "This story list was withdrawn.")
                    .dependsOn(group);
        }
        if (bySlug && !reference.equals(list.slug())) {
            return Answer.moved(
                            QueryString.append("/v1/story-lists/" + list.slug(), uri.getQueryParameters(), Map.of()))
                    .dependsOn(group);
        }
        return (time == null ? now(list) : then(list, time)).dependsOn(group, TagCacheGroups.LOOKS);
    }

    private Answer now(PublishedList list) {
        Instant now = DatabaseClock.now();
        return whole(list, list.arrangement(), now, null)
                .until(list.arrangement().nextSwitch(now));
    }

    private Answer then(PublishedList list, Instant time) {
        PublishedStateRepository.State state = states.at(list.id(), time);
        return state == null
                ? Answer.notFound()
                : state.as(PublishedListContent.class)
                        .map(arrangement -> whole(list, arrangement, time, time))
                        .orElseGet(Answer::notFound);
    }

    private Answer whole(PublishedList list, PublishedListContent arrangement, Instant time, @Nullable Instant past) {
        CardRepository.Shown shown =
                cards.shown(hidden -> PublishedListContent.articles(arrangement.at(time, null, hidden)), past);
        List<PublishedListContent.Placed> placed = arrangement.at(time, null, shown.hidden());
        return Answer.of(StoryListView.of(list.id(), list.slug(), arrangement, placed, shown.cards()))
                .shownUntil(list.withdrawAt())
                .shownUntil(shown.firstWithdrawal())
                .dependsOn(
                        shown.articles().stream()
                                .map(ContentKind.ARTICLE::cacheGroup)
                                .toList(),
                        Set.of(ContentKind.ARTICLE.cacheGroup()));
    }
}
