package dev.dateline.storylist;

import dev.dateline.access.ForReaders;
import dev.dateline.article.ArticleGroups;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.Slug;
import dev.dateline.delivery.Answer;
import dev.dateline.http.Cursor;
import dev.dateline.http.JsonText;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.http.QueryString;
import dev.dateline.tag.TagGroups;
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
import java.util.Set;
import java.util.UUID;
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

    StoryListResource(PublishedListRepository lists) {
        this.lists = lists;
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
        return Answer.page(page.map(list -> JsonText.of(StoryListSummary.of(list))), Map.of())
                .dependsOn(StoryListGroups.ALL);
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
        List<PublishedListRepository.Row> rows =
                bySlug ? lists.bySlug(reference) : lists.byId(Parameters.pathId(reference));
        if (rows.isEmpty()) {
            return Answer.notFound()
                    .dependsOn(
                            bySlug
                                    ? StoryListGroups.address(reference)
                                    : StoryListGroups.one(UUID.fromString(reference)));
        }
        String group = StoryListGroups.one(rows.get(0).id());
        PublishedList list = rows.get(0).list();
        if (list == null) {
            return Answer.withdrawn("This story list was withdrawn.").dependsOn(group);
        }
        if (bySlug && !reference.equals(list.slug())) {
            return Answer.moved(
                            QueryString.append("/v1/story-lists/" + list.slug(), uri.getQueryParameters(), Map.of()))
                    .dependsOn(group);
        }
        return Answer.of(StoryListView.of(list, rows))
                .dependsOn(group, TagGroups.LOOKS)
                .dependsOn(articles(rows), Set.of(ArticleGroups.ALL));
    }

    private static List<String> articles(List<PublishedListRepository.Row> rows) {
        return rows.stream()
                .map(PublishedListRepository.Row::entry)
                .filter(Objects::nonNull)
                .map(PublishedList.Entry::articleId)
                .filter(Objects::nonNull)
                .map(ArticleGroups::one)
                .toList();
    }
}
