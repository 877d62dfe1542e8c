package dev.dateline.storylist;

import dev.dateline.access.ForReaders;
import dev.dateline.article.PublishedArticleRepository;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.Slug;
import dev.dateline.delivery.Address;
import dev.dateline.delivery.AddressRepository;
import dev.dateline.delivery.Answer;
import dev.dateline.http.Cursor;
import dev.dateline.http.Json;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.http.Problem;
import dev.dateline.http.ProblemType;
import dev.dateline.http.Redirect;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
    private final PublishedArticleRepository articles;
    private final AddressRepository addresses;

    StoryListResource(PublishedListRepository lists, PublishedArticleRepository articles, AddressRepository addresses) {
        this.lists = lists;
        this.articles = articles;
        this.addresses = addresses;
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
                    @Parameter(description = "Only lists in this language (BCP 47).", example = "be")
                    @Nullable
                    String language,
            @QueryParam("limit")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"),
                            description = "Items a page.")
                    @Nullable
                    String limit,
            @QueryParam("cursor")
                    @Parameter(description = "Goes on from a page: taken from its `next` or `previous`.")
                    @Nullable
                    String cursor,
            @Context UriInfo uri) {
        Parameters parameters = new Parameters();
        String wanted = parameters.read("language", language, "a BCP 47 language tag", Languages::canonical);
        int count = parameters.limit(limit);
        parameters.check();
        String query = "story-lists " + wanted;
        Cursor position = Cursor.decode(cursor, query);
        boolean backwards = position != null && position.backwards();
        List<PublishedList> found = lists.page(wanted, position == null ? null : position.id(), backwards, count + 1);
        Page<PublishedList> page =
                Page.of(found, count, position, list -> new Cursor(null, list.id(), false), query, uri);
        return Answer.page(page.map(list -> Json.write(StoryListSummary.of(list))), Map.of());
    }

    @GET
    @Path("{list}")
    @Operation(
            operationId = "getStoryList",
            summary = "Get a story list",
            description =
                    "The whole list in the editor's order, each article as a card. A former slug answers 308, a withdrawn list 410.")
    @APIResponseSchema(value = StoryListView.class, responseDescription = "The story list.")
    public Answer get(
            @PathParam("list") @Parameter(description = "Slug or id.", example = "top-stories") String reference,
            @Context UriInfo uri) {
        boolean bySlug = Slug.isSlug(reference);
        UUID id = bySlug
                ? addresses.target(Address.Kind.STORY_LIST, reference, "").orElseThrow(Problem::notFound)
                : Parameters.pathId(reference);
        PublishedList list = lists.whole(id).orElseThrow(() -> absent(id));
        if (bySlug && !reference.equals(list.slug())) {
            throw Redirect.permanent("/v1/story-lists/" + list.slug(), uri);
        }
        List<UUID> ids = list.entries().stream()
                .map(PublishedList.Entry::articleId)
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, PublishedArticleRepository.Card> cards = articles.cards(ids).stream()
                .collect(Collectors.toMap(PublishedArticleRepository.Card::id, Function.identity()));
        return Answer.of(StoryListView.of(list, cards));
    }

    private Problem absent(UUID id) {
        return addresses.everLedTo(Address.Kind.STORY_LIST, id)
                ? new Problem(ProblemType.WITHDRAWN, "This story list was withdrawn.")
                : Problem.notFound();
    }
}
