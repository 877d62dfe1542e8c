package dev.dateline.search;

import dev.dateline.access.ForReaders;
import dev.dateline.article.ArticleAnswers;
import dev.dateline.cache.Answer;
import dev.dateline.http.Page;
import dev.dateline.http.PageSize;
import dev.dateline.http.Parameters;
import dev.dateline.time.DatabaseClock;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What else there is to read. */
@Path("/v1/articles/{article}/related")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@Tag(name = "Search")
public class RelatedResource {

    private final SearchIndexer indexer;
    private final ArticleAnswers articles;

    RelatedResource(SearchIndexer indexer, ArticleAnswers articles) {
        this.articles = articles;
        this.indexer = indexer;
    }

    @GET
    @Operation(
            operationId = "listRelatedArticles",
            summary = "List related articles",
            description =
                    "Articles in the same language that share tags, rare ones above all, and words with this one; fresh ones rather than old ones, never its own translations.")
    @APIResponseSchema(value = RelatedArticles.class, responseDescription = "The nearest articles, as cards.")
    public Answer related(
            @PathParam("article") @Parameter(description = "Id or slug.", example = "minsk-bridge-reopens")
                    String reference,
            @BeanParam PageSize size,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        Parameters parameters = new Parameters();
        int limit = size.limit(parameters);
        parameters.check();
        IndexState state = indexer.caughtUp();
        try (IndexReading index = state.read()) {
            return state.settled(index, related(index, reference, limit, uri));
        }
    }

    private Answer related(IndexReading index, String reference, int limit, UriInfo uri) throws IOException {
        List<SearchHit> named =
                index.search(named(reference), SearchOrder.NEWEST, null, 1).hits();
        if (named.isEmpty()) {
            return articles.missing(reference, "/related", uri);
        }
        Instant today = DatabaseClock.now().truncatedTo(ChronoUnit.DAYS);
        Query query = new RelatedQuery(index, named.get(0)).about(today);
        List<SearchHit> hits =
                index.search(query, SearchOrder.RELEVANCE, null, limit).hits();
        return Answer.page(new Page<>(hits.stream().map(SearchHit::card).toList(), null, null), Map.of())
                .until(today.plus(1, ChronoUnit.DAYS));
    }

    private static Query named(String reference) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(SearchDocument.ID, reference.toLowerCase(Locale.ROOT))), Occur.SHOULD)
                .add(new TermQuery(new Term(SearchDocument.SLUG, reference)), Occur.SHOULD)
                .build();
    }
}
