package dev.dateline.search;

import dev.dateline.access.ForReaders;
import dev.dateline.article.MatchCount;
import dev.dateline.cache.Answer;
import dev.dateline.http.Cursor;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Searching what is published. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@Tag(name = "Search")
public class SearchResource {

    /** When so many are found, nothing else is proposed. */
    private static final int FEW = 3;

    private final SearchIndexer indexer;

    SearchResource(SearchIndexer indexer) {
        this.indexer = indexer;
    }

    @GET
    @Operation(
            operationId = "search",
            summary = "Search articles",
            description =
                    "Published articles that have the words, in any form, in Russian, Belarusian, Ukrainian or English, narrowed by the filters of `/v1/articles`. Most names are found in every alphabet. It answers without the database too. While the index is being made, the answer is 503.")
    @APIResponseSchema(value = SearchPage.class, responseDescription = "What was found, as cards.")
    public Answer search(@BeanParam SearchParameters request) throws IOException, InterruptedException {
        Parameters parameters = new Parameters();
        SearchRequest asked = request.read(parameters);
        request.limit(parameters);
        parameters.check();
        IndexState state = indexer.caughtUp();
        try (IndexReading index = state.read()) {
            Answer answer = answer(index, asked, request);
            return state.settled(index, asked.settled(answer));
        }
    }

    private static Answer answer(IndexReading index, SearchRequest asked, SearchParameters request) throws IOException {
        boolean isFirst = request.cursor == null;
        Found found = isFirst ? found(index, asked, request) : null; // a cursor may belong to what was meant
        long count = found == null
                ? index.search(asked.query(index), asked.order(), null, 1).count()
                : found.all().count();
        String meant = count < FEW && !index.isCutShort() ? asked.meant(index) : null;
        SearchRequest searched = meant == null || count > 0 ? asked : asked.with(meant);
        Found shown = found == null || !searched.equals(asked) ? found(index, searched, request) : found;
        Map<String, Object> fields = fields(index, searched, meant, shown.all());
        if (asked.highlight()) {
            fields.put(
                    "highlights",
                    SearchHighlights.of(index, shown.query(), shown.page().items()));
        }
        return Answer.page(shown.page().map(SearchHit::card), fields);
    }

    /** What was found: a page of it, and how much there is. */
    private record Found(Query query, Page<SearchHit> page, SearchHits all) {}

    /** A page that was made before midnight leads on all the next day. */
    private static Found found(IndexReading index, SearchRequest searched, SearchParameters request)
            throws IOException {
        try {
            return foundOfDay(index, searched, request);
        } catch (Problem e) {
            if (e.type() != ProblemType.INVALID_CURSOR) {
                throw e;
            }
            return foundOfDay(index, searched.yesterday(), request);
        }
    }

    private static Found foundOfDay(IndexReading index, SearchRequest searched, SearchParameters request)
            throws IOException {
        Query query = searched.query(index);
        List<SearchHits> all = new ArrayList<>();
        Page<SearchHit> page = request.page(
                new Parameters(),
                searched.toString(),
                (cursor, count) -> hits(index, query, searched.order(), cursor, count, all),
                SearchHit::position);
        return new Found(query, page, all.get(0));
    }

    private static List<SearchHit> hits(
            IndexReading index,
            Query query,
            SearchOrder order,
            @Nullable Cursor cursor,
            int count,
            List<SearchHits> all) {
        try {
            SearchHits found = index.search(query, order, cursor, count);
            all.add(found);
            return found.hits();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> fields(
            IndexReading index, SearchRequest searched, @Nullable String meant, SearchHits found) throws IOException {
        if (index.isCutShort() && found.hits().isEmpty()) {
            throw new Problem(ProblemType.UNAVAILABLE, "There was no time to look. Try again soon.");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        Set<String> unknown = searched.unknown(index);
        if (!unknown.isEmpty()) {
            fields.put("unknown", unknown);
        }
        fields.put("count", new MatchCount(found.count(), found.isExact()));
        if (meant != null) {
            fields.put("spelling", new SearchedSpelling(meant, meant.equals(searched.text())));
        }
        if (!searched.facets().isEmpty()) {
            fields.put("facets", SearchFacets.of(index, searched.query(index), searched.facets()));
        }
        if (index.isCutShort()) {
            fields.put("incomplete", true);
        }
        return fields;
    }
}
