package dev.dateline.search;

import dev.dateline.article.ArticleFilter;
import dev.dateline.content.TagFilter;
import dev.dateline.search.analysis.WordAnalyzers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Turns words and filters into a query of the index. A word is looked for in its base forms in every language that is asked
 * for. The more words an article has, the rarer they are, the nearer to each other, and the higher they stand, the better it
 * matches; of equals, the newer.
 */
final class SearchQuery {

    private static final Map<String, Float> FIELDS = Map.of(
            SearchDocument.HEADLINE, 4f, SearchDocument.NAMES, 2.5f, SearchDocument.LEAD, 2f, SearchDocument.BODY, 1f);
    private static final List<String> NEARNESS = List.of(SearchDocument.HEADLINE, SearchDocument.BODY);
    private static final float SHARE_OF_OTHER_FIELDS = 0.2f;
    private static final int NEAR = 6;
    private static final int MOST_WORDS_FOR_NEARNESS = 8;
    private static final float FRESHNESS = 0.5f;
    private static final Duration FRESH = Duration.ofDays(30);

    private final ArticleFilter filter;

    private SearchQuery(ArticleFilter filter) {
        this.filter = filter;
    }

    static Query of(SearchWords words, ArticleFilter filter, SearchOrder order, Instant now) {
        SearchQuery query = new SearchQuery(filter);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(query.matching(words, order), Occur.MUST);
        if (order == SearchOrder.RELEVANCE) {
            query.nearness(words).ifPresent(near -> all.add(near, Occur.SHOULD));
            all.add(
                    LongField.newDistanceFeatureQuery(
                            SearchDocument.PUBLISHED_AT,
                            FRESHNESS,
                            SearchDocument.micros(now),
                            SearchDocument.micros(Instant.EPOCH.plus(FRESH))),
                    Occur.SHOULD);
        }
        query.narrow(all);
        return all.build();
    }

    private Query matching(SearchWords words, SearchOrder order) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder();
        int wanted = 0;
        for (List<SearchWords.Part> group : words.wanted()) {
            List<Query> choice =
                    group.stream().flatMap(part -> part(part).stream()).toList();
            if (!choice.isEmpty()) {
                matching.add(choice.size() == 1 ? choice.get(0) : new DisjunctionMaxQuery(choice, 0), Occur.SHOULD);
                wanted++;
            }
        }
        List<Query> unwanted =
                words.unwanted().stream().flatMap(part -> part(part).stream()).toList();
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

    /** The newest are wanted of those that have nearly all words; the best come first anyway. */
    private static int least(int wanted, SearchOrder order) {
        return order == SearchOrder.NEWEST ? (wanted <= 2 ? wanted : wanted * 3 / 4) : Math.max(1, wanted / 3);
    }

    private Optional<Query> part(SearchWords.Part part) {
        List<String> words = WordAnalyzers.words(part.text());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<Query> inFields = FIELDS.entrySet().stream()
                .map(field -> (Query) new BoostQuery(inField(field.getKey(), words, part), field.getValue()))
                .toList();
        return Optional.of(new DisjunctionMaxQuery(inFields, SHARE_OF_OTHER_FIELDS));
    }

    private Query inField(String field, List<String> words, SearchWords.Part part) {
        if (part.isPrefix() && words.size() == 1) {
            return new PrefixQuery(new Term(field, words.get(0)));
        } else if (words.size() > 1) {
            return phrase(field, words, part.isPhrase() ? 0 : 1);
        }
        SynonymQuery.Builder forms = new SynonymQuery.Builder(field);
        forms(words.get(0)).forEach(form -> forms.addTerm(new Term(field, form)));
        return forms.build();
    }

    private Query phrase(String field, List<String> words, int slop) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(slop);
        for (String word : words) {
            phrase.add(forms(word).stream().map(form -> new Term(field, form)).toArray(Term[]::new));
        }
        return phrase.build();
    }

    private Set<String> forms(String word) {
        Set<String> forms = new LinkedHashSet<>();
        WordAnalyzers.of(filter.languages()).forEach(analyzer -> forms.addAll(analyzer.forms(word)));
        return forms.isEmpty() ? Set.of(word) : forms;
    }

    private Optional<Query> nearness(SearchWords words) {
        List<String> all = words.wanted().stream()
                .filter(group -> group.size() == 1 && !group.get(0).isPhrase())
                .flatMap(group -> WordAnalyzers.words(group.get(0).text()).stream())
                .toList();
        if (all.size() < 2 || all.size() > MOST_WORDS_FOR_NEARNESS) {
            return Optional.empty();
        }
        List<Query> near =
                NEARNESS.stream().map(field -> phrase(field, all, NEAR)).toList();
        return Optional.of(new DisjunctionMaxQuery(near, SHARE_OF_OTHER_FIELDS));
    }

    private void narrow(BooleanQuery.Builder all) {
        anyOf(SearchDocument.LANGUAGE, filter.languages().stream(), all, Occur.FILTER);
        anyOf(SearchDocument.KIND, Stream.ofNullable(filter.kind()).map(Enum::name), all, Occur.FILTER);
        tags(SearchDocument.TAG, filter.tags(), all);
        tags(SearchDocument.SECTION, filter.sections(), all);
        tags(SearchDocument.CONTRIBUTOR, filter.contributors(), all);
        if (filter.publishedAfter() != null || filter.publishedBefore() != null) {
            long from =
                    filter.publishedAfter() == null ? Long.MIN_VALUE : SearchDocument.micros(filter.publishedAfter());
            long to = filter.publishedBefore() == null
                    ? Long.MAX_VALUE
                    : SearchDocument.micros(filter.publishedBefore()) - 1;
            all.add(LongPoint.newRangeQuery(SearchDocument.PUBLISHED_AT, from, to), Occur.FILTER);
        }
    }

    private static void tags(String field, @Nullable TagFilter tags, BooleanQuery.Builder all) {
        if (tags != null) {
            tags.terms()
                    .forEach(term ->
                            anyOf(field, term.anyOf().stream(), all, term.excluded() ? Occur.MUST_NOT : Occur.FILTER));
        }
    }

    private static void anyOf(String field, Stream<String> words, BooleanQuery.Builder all, Occur occur) {
        List<String> choice = new ArrayList<>(words.toList());
        if (!choice.isEmpty()) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            choice.forEach(word -> any.add(new TermQuery(new Term(field, word)), Occur.SHOULD));
            all.add(any.build(), occur);
        }
    }
}
