package dev.dateline.search;

import dev.dateline.search.analysis.MistypedText;
import dev.dateline.search.analysis.WordAnalyzers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Finds what begins like what somebody types: as it is written, else as another keyboard writes it, else with a mistake. */
final class SuggestQuery {

    private static final int SHORTEST_WITH_MISTAKE = 4;

    /** Tags are counted in so many of the newest articles. */
    private static final int COUNTED = 200;

    private final IndexReading index;
    private final Set<String> languages;
    private final int limit;

    /** @param languages all, when there are none */
    SuggestQuery(IndexReading index, Set<String> languages, int limit) {
        this.index = index;
        this.languages = languages;
        this.limit = limit;
    }

    /** The newest first. */
    List<SearchHit> headlines(String text) throws IOException {
        return found(SearchDocument.HEADLINE_STARTS, text, true, limit);
    }

    /** The most used first. */
    List<SuggestedTag> tags(String text) throws IOException {
        Map<FoundTag, Integer> counts = new HashMap<>();
        for (SearchHit hit : found(SearchDocument.NAME_STARTS, text, false, COUNTED)) {
            index.tags(hit).forEach(tag -> counts.merge(tag, 1, Integer::sum));
        }
        List<FoundTag> fitting = new ArrayList<>(counts.keySet());
        List<Set<String>> meant =
                readings(text).stream().map(SuggestQuery::words).toList();
        fitting.removeIf(tag -> meant.stream().noneMatch(words -> fits(tag, words)));
        fitting.sort(Comparator.comparing((FoundTag tag) -> -counts.getOrDefault(tag, 0))
                .thenComparing(FoundTag::value));
        return fitting.stream().limit(limit).map(SuggestedTag::of).toList();
    }

    private static boolean fits(FoundTag tag, Set<String> typed) {
        Set<String> own = words(String.join(" ", tag.names().values()));
        return typed.stream().allMatch(word -> own.stream().anyMatch(name -> name.startsWith(word)));
    }

    private static Set<String> readings(String text) {
        Set<String> readings = new LinkedHashSet<>(Set.of(text));
        readings.addAll(MistypedText.readings(text));
        return readings;
    }

    /** Each after a mark. */
    private static Set<String> words(String text) {
        return new LinkedHashSet<>(WordAnalyzers.plain().forms(text));
    }

    private List<SearchHit> found(String field, String text, boolean mayBeMistaken, int count) throws IOException {
        for (String reading : readings(text)) {
            List<SearchHit> hits = search(field, reading, false, count);
            if (!hits.isEmpty()) {
                return hits;
            }
        }
        return mayBeMistaken ? search(field, text, true, count) : List.of();
    }

    private List<SearchHit> search(String field, String text, boolean withMistake, int count) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        Set<String> words = words(text);
        words.forEach(word -> all.add(beginning(field, word, withMistake), Occur.MUST));
        if (words.isEmpty()) {
            return List.of();
        }
        if (!languages.isEmpty()) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            languages.forEach(
                    language -> any.add(new TermQuery(new Term(SearchDocument.LANGUAGE, language)), Occur.SHOULD));
            all.add(any.build(), Occur.FILTER);
        }
        return index.search(all.build(), SearchOrder.NEWEST, null, count).hits();
    }

    private static Query beginning(String field, String word, boolean withMistake) {
        String kept = word.substring(0, Math.min(word.length(), SearchDocument.LONGEST_START));
        Term term = new Term(field, kept);
        return withMistake && word.length() > SHORTEST_WITH_MISTAKE ? new FuzzyQuery(term, 1, 2) : new TermQuery(term);
    }
}
