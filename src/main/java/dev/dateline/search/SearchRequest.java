package dev.dateline.search;

import dev.dateline.article.ArticleFilter;
import dev.dateline.cache.Answer;
import dev.dateline.content.TagFilter;
import dev.dateline.search.analysis.SearchWords;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param now by which freshness counts
 */
record SearchRequest(
        String text, ArticleFilter filter, SearchOrder order, boolean highlight, Set<SearchFacet> facets, Instant now) {

    Query query(IndexReading index) throws IOException {
        return SearchQuery.of(SearchWords.parse(text), filter, order, now, index);
    }

    /** As it was asked for a day before, when the page was made that leads to this one. */
    SearchRequest yesterday() {
        return new SearchRequest(text, filter, order, highlight, facets, now.minus(1, ChronoUnit.DAYS));
    }

    /** An order that goes by freshness is another one on the next day. */
    Answer settled(Answer answer) {
        return order == SearchOrder.NEWEST ? answer : answer.until(now.plus(1, ChronoUnit.DAYS));
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

    /** Words of filters by which nothing is found, whatever is asked: a typo would otherwise be an empty answer for ever. */
    Set<String> unknown(IndexReading index) throws IOException {
        Set<String> unknown = new TreeSet<>();
        addUnknown(unknown, SearchDocument.TAG, filter.tags(), index);
        addUnknown(unknown, SearchDocument.SECTION, filter.sections(), index);
        addUnknown(unknown, SearchDocument.CONTRIBUTOR, filter.contributors(), index);
        return unknown;
    }

    private static void addUnknown(Set<String> unknown, String field, @Nullable TagFilter tags, IndexReading index)
            throws IOException {
        if (tags != null) {
            for (TagFilter.Reference tag : tags.references()) {
                if (!index.finds(new TermQuery(new Term(field, tag.toString())))) {
                    unknown.add(tag.word());
                }
            }
        }
    }

    /** All that decides what comes in which order. */
    @Override
    public String toString() {
        String freshBy = order == SearchOrder.NEWEST ? "" : now.toString();
        return "search " + order + " " + filter + " " + freshBy + " " + text;
    }
}
