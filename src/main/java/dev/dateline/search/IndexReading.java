package dev.dateline.search;

import dev.dateline.entitlement.Entitlement;
import dev.dateline.http.Cursor;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The index as one request sees it: without what is withdrawn by now, and without what a partner may not have. Every question to the index goes through {@link #shown},
 * so that nothing else is found, counted or suggested. Looking through articles ends when its time is over.
 */
final class IndexReading implements Closeable {

    /** So many are counted exactly; that there are more is known without counting. */
    private static final int COUNTED = 1_000;

    private static final Duration MOST_TIME = Duration.ofSeconds(1);

    private final SearcherManager searchers;
    private final FacetStates facets;
    private final IndexSearcher shared;
    private final IndexSearcher searcher;
    private final Query hidden;
    private final Query entitled;
    private final boolean hidesPictures;

    /** @param entitlement what may be found, or null for everything */
    IndexReading(
            SearcherManager searchers,
            FacetStates facets,
            Set<UUID> outdated,
            @Nullable Entitlement entitlement,
            Instant now)
            throws IOException {
        this.searchers = searchers;
        this.facets = facets;
        this.shared = searchers.acquire();
        this.searcher = new IndexSearcher(shared.getIndexReader());
        long end = System.nanoTime() + MOST_TIME.toNanos();
        searcher.setTimeout(() -> System.nanoTime() - end > 0);
        List<BytesRef> ids =
                outdated.stream().map(id -> new BytesRef(id.toString())).toList();
        this.hidesPictures = entitlement != null && entitlement.choosesPictures();
        this.entitled = entitlement == null ? new MatchAllDocsQuery() : EntitledQuery.of(entitlement, now);
        this.hidden = new BooleanQuery.Builder()
                .add(
                        LongPoint.newRangeQuery(SearchDocument.WITHDRAW_AT, Long.MIN_VALUE, SearchDocument.micros(now)),
                        Occur.SHOULD)
                .add(new TermInSetQuery(SearchDocument.ID, ids), Occur.SHOULD)
                .build();
    }

    /** @param count at most so many, in the direction of the cursor */
    SearchHits search(Query query, SearchOrder order, @Nullable Cursor cursor, int count) throws IOException {
        boolean backwards = cursor != null && cursor.backwards();
        TopFieldDocs top = searcher.search(
                shown(query), new TopFieldCollectorManager(order.sort(backwards), count, order.after(cursor), COUNTED));
        List<SearchHit> hits = new ArrayList<>();
        for (ScoreDoc found : top.scoreDocs) {
            hits.add(hit(found));
        }
        boolean isExact = top.totalHits.relation == TotalHits.Relation.EQUAL_TO && !isCutShort();
        return new SearchHits(hits, top.totalHits.value, isExact);
    }

    /** Whether pictures, and what stands below them, are left out of what whoever reads gets. */
    boolean hidesPictures() {
        return hidesPictures;
    }

    /** The same, without what may not be shown. */
    Query shown(Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(entitled, Occur.FILTER)
                .add(hidden, Occur.MUST_NOT)
                .build();
    }

    /** Whether there is anything. */
    boolean finds(Query query) throws IOException {
        return !search(query, SearchOrder.NEWEST, null, 1).hits().isEmpty();
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** The values of a facet. */
    StringDocValuesReaderState values(SearchFacet facet) throws IOException {
        return facets.of(searcher.getIndexReader(), facet.field());
    }

    /** When the next of all articles here, or an update of one, is withdrawn, which may change any count; null when that is not known of any. */
    @Nullable
    Instant nextWithdrawal() throws IOException {
        TopFieldDocs next = searcher.search(
                shown(LongPoint.newRangeQuery(SearchDocument.SHOWS_LESS_AT, Long.MIN_VALUE, Long.MAX_VALUE)),
                1,
                new Sort(new SortField(SearchDocument.SHOWS_LESS_AT, SortField.Type.LONG)));
        return next.scoreDocs.length == 0 ? null : SearchDocument.time((Long) ((FieldDoc) next.scoreDocs[0]).fields[0]);
    }

    /** Whether there was no time to look at everything. */
    boolean isCutShort() {
        return searcher.timedOut();
    }

    /** The tags of an article that was found. */
    List<FoundTag> tags(SearchHit hit) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.document(), leaves));
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), SearchDocument.TAG);
        List<FoundTag> tags = new ArrayList<>();
        if (values.advanceExact(hit.document() - leaf.docBase)) {
            for (int i = 0; i < values.docValueCount(); i++) {
                String json = values.lookupOrd(values.nextOrd()).utf8ToString();
                tags.add(Json.read(json, FoundTag.class));
            }
        }
        return tags;
    }

    private SearchHit hit(ScoreDoc found) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
        int document = found.doc - leaf.docBase;
        BinaryDocValues cards = DocValues.getBinary(leaf.reader(), SearchDocument.CARD);
        cards.advance(document);
        BytesRef card = cards.binaryValue();
        byte[] json = Arrays.copyOfRange(card.bytes, card.offset, card.offset + card.length);
        Cursor position = SearchOrder.position(found);
        return new SearchHit(position.id(), found.doc, position, JsonText.ofBytes(json));
    }

    @Override
    public void close() throws IOException {
        searchers.release(shared);
    }
}
