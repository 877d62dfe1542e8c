package dev.dateline.search;

import dev.dateline.search.analysis.WordAnalyzers;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Shows where in an article the words stand: as HTML, in which {@code <mark>} is the only element. */
final class SearchHighlights {

    private static final int FRAGMENT = 120;
    private static final int MOST_CHARACTERS = 300_000;
    private static final String[] FIELDS = {SearchDocument.HEADLINE, SearchDocument.LEAD, SearchDocument.BODY};
    private static final int[] FRAGMENTS = {1, 1, 2};

    private SearchHighlights() {}

    /** By the id of each hit, the fields in which something is marked. */
    static Map<UUID, Map<String, String>> of(IndexReading index, Query query, List<SearchHit> hits) throws IOException {
        UnifiedHighlighter highlighter = UnifiedHighlighter.builder(index.searcher(), WordAnalyzers.plain())
                .withMaxLength(MOST_CHARACTERS)
                .withMaxNoHighlightPassages(0)
                .withHandleMultiTermQuery(false)
                .withFieldMatcher(field ->
                        field.equals(SearchDocument.ALL) || List.of(FIELDS).contains(field))
                .withBreakIterator(SearchHighlights::fragments)
                .withFormatter(new HighlightFormatter())
                .build();
        int[] documents = hits.stream().mapToInt(SearchHit::document).toArray();
        Map<String, String[]> marked = highlighter.highlightFields(FIELDS, query, documents, FRAGMENTS);
        Map<UUID, Map<String, String>> all = new LinkedHashMap<>();
        if (index.hidesPictures()) {
            marked.remove(SearchDocument.BODY); // it has what stands below pictures in it
        }
        for (int i = 0; i < documents.length; i++) {
            Map<String, String> one = new LinkedHashMap<>();
            for (String field : FIELDS) {
                String[] texts = marked.get(field);
                if (texts != null && texts[i] != null) {
                    one.put(field, texts[i].strip());
                }
            }
            all.put(hits.get(i).id(), one);
        }
        return all;
    }

    private static BreakIterator fragments() {
        return LengthGoalBreakIterator.createClosestToLength(
                BreakIterator.getSentenceInstance(Locale.ROOT), FRAGMENT, 0.5f);
    }
}
