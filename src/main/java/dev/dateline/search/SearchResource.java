package dev.dateline.search;

import dev.dateline.access.ForReaders;
import dev.dateline.article.ArticleCard;
import dev.dateline.article.ArticleFilter;
import dev.dateline.article.MatchCount;
import dev.dateline.cache.Answer;
import dev.dateline.cache.Freshness;
import dev.dateline.content.ContentKind;
import dev.dateline.http.Cursor;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.tag.TagCacheGroups;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.search.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Searching what is published. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@Tag(name = "Search")
public class SearchResource {

    /** An article is found so soon after it was published, or its search waits. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final SearchIndexer indexer;

    SearchResource(SearchIndexer indexer) {
        this.indexer = indexer;
    }

    /** The shape of the answer, for the contract. */
    @Schema(name = "SearchPage", description = "A page of what was found.")
    record SearchPage(
            @Schema(required = true) List<ArticleCard> items,
            @Schema(required = true) MatchCount count,
            @Nullable @Schema(format = "uri-reference") String next,
            @Nullable @Schema(format = "uri-reference") String previous) {}

    @GET
    @Operation(
            operationId = "search",
            summary = "Search articles",
            description =
                    "Published articles that have the words, in any form, in Russian, Belarusian, Ukrainian or English, narrowed by the filters of `/v1/articles`. While the index is being made, the answer is 503.")
    @APIResponseSchema(value = SearchPage.class, responseDescription = "What was found, as cards.")
    public Answer search(@BeanParam SearchParameters request) throws InterruptedException {
        Parameters parameters = new Parameters();
        String text = request.text(parameters);
        ArticleFilter filter = request.filter(parameters);
        SearchOrder order = request.order(parameters);
        request.limit(parameters);
        parameters.check();
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS); // so that pages of one day fit together
        Query query = SearchQuery.of(SearchWords.parse(text), filter, order, today);
        SearchIndexer.State state = indexer.caughtUp(PATIENCE);
        return found(state, query, "search " + order + " " + filter + " " + text, order, request);
    }

    private Answer found(
            SearchIndexer.State state, Query query, String asked, SearchOrder order, SearchParameters request) {
        List<SearchIndex.Found> answers = new ArrayList<>();
        Page<SearchHit> page = request.page(
                new Parameters(),
                asked,
                (cursor, count) -> shown(state, query, order, cursor, count, answers),
                SearchHit::position);
        SearchIndex.Found found = answers.get(0);
        Answer answer = Answer.page(
                        page.map(SearchHit::card), Map.of("count", new MatchCount(found.count(), found.isExact())))
                .shownUntil(Freshness.earliest(page.items().stream().map(SearchHit::withdrawAt)))
                .dependsOn(ContentKind.ARTICLE.cacheGroup(), TagCacheGroups.LOOKS);
        return state.isCurrent() ? answer : answer.until(Instant.now());
    }

    /** Without what has changed since the index heard of it, and without what is withdrawn by now. */
    private List<SearchHit> shown(
            SearchIndexer.State state,
            Query query,
            SearchOrder order,
            @Nullable Cursor cursor,
            int count,
            List<SearchIndex.Found> answers) {
        try {
            Set<UUID> outdated = state.outdated();
            SearchIndex.Found found = state.index().search(query, order, cursor, count + outdated.size());
            answers.add(found);
            Instant now = Instant.now();
            return found.hits().stream()
                    .filter(hit -> !outdated.contains(hit.id()))
                    .filter(hit -> hit.withdrawAt() == null || hit.withdrawAt().isAfter(now))
                    .limit(count)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
