package dev.dateline.search;

import dev.dateline.json.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Counts how many of all that is found have which value. */
final class SearchFacets {

    private static final int MOST_VALUES = 20;

    private SearchFacets() {}

    /** An object with the most frequent values of each facet, by its name in requests. */
    static JsonText of(IndexReading index, Query query, Set<SearchFacet> facets) throws IOException {
        IndexSearcher searcher = index.searcher();
        FacetsCollector found = searcher.search(index.shown(query), new FacetsCollectorManager());
        JsonText counts = JsonText.ofJson("{}");
        for (SearchFacet facet : facets) {
            FacetResult top =
                    new StringValueFacetCounts(index.values(facet), found).getTopChildren(MOST_VALUES, facet.field());
            List<JsonText> shown = new ArrayList<>();
            if (top != null) {
                for (LabelAndValue value : top.labelValues) {
                    shown.add(facet.shown(value.label).with("count", JsonText.of(value.value.longValue())));
                }
            }
            counts = counts.with(facet.field(), JsonText.array(shown));
        }
        return counts;
    }
}
