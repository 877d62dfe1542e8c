package dev.dateline.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.json.Json;
import dev.dateline.search.analysis.WordAnalyzer;
import dev.dateline.search.analysis.WordAnalyzers;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Asks for articles that are about the same as one: they share a tag, or several of the words that tell most about it. */
final class RelatedQuery {

    private static final float TAG_WEIGHT = 2;
    private static final int MOST_CHARACTERS = 3_000;
    private static final int WORDS = 15;
    private static final int SHARED_WORDS = 4;
    private static final int SHORTEST = 4;

    private final IndexReading index;
    private final SearchHit article;
    private final JsonNode card;

    RelatedQuery(IndexReading index, SearchHit article) {
        this.index = index;
        this.article = article;
        this.card = Json.read(article.card().toString(), JsonNode.class);
    }

    /** @param now by which freshness counts */
    Query about(Instant now) throws IOException {
        BooleanQuery.Builder tags = new BooleanQuery.Builder();
        index.tags(article)
                .forEach(tag -> tags.add(term(SearchDocument.TAG, tag.id().toString(), TAG_WEIGHT), Occur.SHOULD));
        BooleanQuery.Builder words = new BooleanQuery.Builder().setMinimumNumberShouldMatch(SHARED_WORDS);
        tellingWords().forEach(word -> words.add(term(SearchDocument.BODY, word, 1), Occur.SHOULD));
        Query either = new BooleanQuery.Builder()
                .add(tags.build(), Occur.SHOULD)
                .add(words.build(), Occur.SHOULD)
                .build();
        BooleanQuery.Builder all = new BooleanQuery.Builder()
                .add(either, Occur.MUST)
                .add(SearchQuery.freshness(now), Occur.SHOULD)
                .add(term(SearchDocument.LANGUAGE, card.path("language").asText(), 1), Occur.FILTER)
                .add(new TermQuery(SearchDocument.key(article.id())), Occur.MUST_NOT);
        card.path("translations")
                .forEach(other ->
                        all.add(term(SearchDocument.ID, other.path("id").asText(), 1), Occur.MUST_NOT));
        return all.build();
    }

    private static Query term(String field, String word, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, word)), weight);
    }

    /** Those that stand often here and seldom elsewhere. */
    private List<String> tellingWords() throws IOException {
        Document texts = index.searcher()
                .storedFields()
                .document(
                        article.document(), Set.of(SearchDocument.HEADLINE, SearchDocument.LEAD, SearchDocument.BODY));
        String body = texts.get(SearchDocument.BODY);
        String text = String.join(
                " ",
                texts.get(SearchDocument.HEADLINE),
                texts.get(SearchDocument.LEAD),
                body.substring(0, Math.min(body.length(), MOST_CHARACTERS)));
        Map<String, Double> weights = new HashMap<>();
        IndexReader reader = index.searcher().getIndexReader();
        WordAnalyzer language = WordAnalyzers.of(card.path("language").asText());
        List<String> forms = WordAnalyzers.words(text).stream()
                .flatMap(word -> language.wanted(word).stream())
                .toList();
        for (String word : forms) {
            double frequency = reader.docFreq(new Term(SearchDocument.BODY, word));
            if (word.length() >= SHORTEST && frequency > 1) {
                weights.merge(word, Math.log(reader.numDocs() / frequency + 1), Double::sum);
            }
        }
        List<String> words = new ArrayList<>(weights.keySet());
        words.sort(Comparator.comparing((String word) -> -weights.getOrDefault(word, 0.0))
                .thenComparing(word -> word));
        return words.isEmpty() ? Collections.emptyList() : words.subList(0, Math.min(words.size(), WORDS));
    }
}
