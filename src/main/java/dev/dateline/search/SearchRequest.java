package dev.dateline.search;

import dev.dateline.article.ArticleFilter;
import dev.dateline.search.analysis.SearchWords;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param now by which freshness counts
 */
record SearchRequest(
        String text, ArticleFilter filter, SearchOrder order, boolean highlight, Set<SearchFacet> facets, Instant now) {

    Query query() {
        return SearchQuery.of(SearchWords.parse(text), filter, order, now);
    }

    SearchRequest with(String other) {
        return new SearchRequest(other, filter, order, highlight, facets, now);
    }

    /** What was probably meant, or null. */
    @Nullable
    String meant(IndexReading index) throws IOException {
        return new SearchSpelling(
                        index, filter.languages(), other -> SearchQuery.strict(SearchWords.parse(other), filter))
                .meant(text);
    }

    /** All that decides what comes in which order. */
    @Override
    public String toString() {
        return "search " + order + " " + filter + " " + text;
    }
}
