package dev.dateline.search;

import dev.dateline.article.ArticleFilter;
import dev.dateline.content.TagFilter;
import dev.dateline.search.analysis.SearchWords;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Turns words and filters into a query of the index. The more words an article has, the rarer they are, the nearer to each
 * other, and the higher they stand, the better it matches; of equals, the newer.
 */
final class SearchQuery {

    private static final float FRESHNESS = 0.5f;
    private static final Duration FRESH = Duration.ofDays(30);

    /** When words stand in more articles than this together, what is akin and near is left out: it costs too much to look. */
    private static final int MANY = 20_000;

    /** How much a word counts that says little, when there are others. */
    private static final float LITTLE = 0.3f;

    private final ArticleFilter filter;
    private final WordQuery words;
    private final WordQuery exactWords;

    private SearchQuery(ArticleFilter filter, boolean hearsNames) {
        this.filter = filter;
        this.words = new WordQuery(filter.languages(), hearsNames);
        this.exactWords = new WordQuery(filter.languages(), false);
    }

    /** What has all words, or nearly all. */
    static Query strict(SearchWords text, ArticleFilter filter) {
        SearchQuery query = new SearchQuery(filter, true);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(query.matching(text, SearchOrder.NEWEST), Occur.MUST);
        query.narrow(all);
        return all.build();
    }

    static Query of(SearchWords text, ArticleFilter filter, SearchOrder order, Instant now, IndexReading index)
            throws IOException {
        if (order == SearchOrder.NEWEST) {
            return strict(text, filter);
        }
        SearchQuery query = new SearchQuery(filter, true);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(query.matching(text, order), Occur.MUST);
        if (query.words.frequency(text, index) <= MANY) {
            query.words.kinship(text).forEach(akin -> all.add(akin, Occur.SHOULD));
            query.words.nearness(text).forEach(near -> all.add(near, Occur.SHOULD));
        }
        all.add(freshness(now), Occur.SHOULD);
        query.narrow(all);
        return all.build();
    }

    /** Prefers what was published of late. */
    static Query freshness(Instant now) {
        return LongField.newDistanceFeatureQuery(
                SearchDocument.PUBLISHED_AT,
                FRESHNESS,
                SearchDocument.micros(now),
                SearchDocument.micros(Instant.EPOCH.plus(FRESH)));
    }

    private Query matching(SearchWords text, SearchOrder order) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder();
        boolean hasTelling = text.wanted().stream().anyMatch(group -> !saysLittle(group));
        int wanted = 0;
        for (List<SearchWords.Part> group : text.wanted()) {
            List<Query> choice = group.stream().flatMap(words::of).toList();
            if (!choice.isEmpty()) {
                Query any = choice.size() == 1 ? choice.get(0) : new DisjunctionMaxQuery(choice, 0);
                boolean isMinor = hasTelling && saysLittle(group);
                matching.add(isMinor ? new BoostQuery(any, LITTLE) : any, Occur.SHOULD);
                wanted += isMinor ? 0 : 1;
            }
        }
        List<Query> unwanted = text.unwanted().stream().flatMap(exactWords::of).toList();
        if (wanted == 0 && unwanted.isEmpty()) {
            return new MatchNoDocsQuery();
        } else if (wanted == 0) {
            matching.add(new MatchAllDocsQuery(), Occur.MUST);
        } else {
            matching.setMinimumNumberShouldMatch(least(wanted, order));
        }
        unwanted.forEach(part -> matching.add(part, Occur.MUST_NOT));
        return matching.build();
    }

    private static boolean saysLittle(List<SearchWords.Part> group) {
        return group.stream().allMatch(SearchWords.Part::saysLittle);
    }

    /** The newest are wanted of those that have nearly all words; the best come first anyway. */
    private static int least(int wanted, SearchOrder order) {
        return order == SearchOrder.NEWEST ? (wanted <= 2 ? wanted : wanted * 3 / 4) : Math.max(1, wanted / 3);
    }

    private void narrow(BooleanQuery.Builder all) {
        AnyOfTerms.add(SearchDocument.LANGUAGE, filter.languages().stream(), all, Occur.FILTER);
        AnyOfTerms.add(SearchDocument.KIND, filter.kinds().stream().map(Enum::name), all, Occur.FILTER);
        tags(SearchDocument.TAG, filter.tags(), all);
        tags(SearchDocument.SECTION, filter.sections(), all);
        tags(SearchDocument.CONTRIBUTOR, filter.contributors(), all);
        Instant after = filter.publishedAfter();
        Instant before = filter.publishedBefore();
        if (after != null || before != null) {
            long from = after == null ? Long.MIN_VALUE : SearchDocument.micros(after);
            long to = before == null ? Long.MAX_VALUE : SearchDocument.micros(before) - 1;
            all.add(LongPoint.newRangeQuery(SearchDocument.PUBLISHED_AT, from, to), Occur.FILTER);
        }
    }

    private static void tags(String field, @Nullable TagFilter tags, BooleanQuery.Builder all) {
        if (tags != null) {
            tags.terms()
                    .forEach(term -> AnyOfTerms.add(
                            field,
                            term.anyOf().stream().map(TagFilter.Reference::toString),
                            all,
                            term.excluded() ? Occur.MUST_NOT : Occur.FILTER));
        }
    }
}
