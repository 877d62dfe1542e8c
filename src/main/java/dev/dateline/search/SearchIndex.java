package dev.dateline.search;

import dev.dateline.http.Cursor;
import dev.dateline.json.JsonText;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The index of one node: a copy of what is published, made for finding. */
final class SearchIndex implements Closeable {

    private static final double BUFFER_MEGABYTES = 8;

    /** So many are counted exactly; that there are more is known without counting. */
    private static final int COUNTED = 1_000;

    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** @throws IOException when the folder cannot be used, or is another program's */
    SearchIndex(Path folder, IndexWriterConfig.OpenMode mode) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig()
                .setOpenMode(mode)
                .setIndexSort(SearchDocument.NEWEST)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(true);
        this.writer = new IndexWriter(FSDirectory.open(folder), config);
        this.searchers = new SearcherManager(writer, null);
    }

    void put(SearchText article) throws IOException {
        writer.updateDocument(SearchDocument.key(article.id()), SearchDocument.of(article));
    }

    void remove(UUID id) throws IOException {
        writer.deleteDocuments(SearchDocument.key(id));
    }

    /** Lets searches see what has been put and removed. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Writes everything to the disk. */
    void commit() throws IOException {
        writer.commit();
    }

    /**
     * When articles in it were rendered: those whose ids come after one and not after another.
     *
     * @param last null for the end
     */
    Map<UUID, Instant> rendered(UUID after, @Nullable UUID last) throws IOException {
        Map<UUID, Instant> rendered = new HashMap<>();
        BytesRef end = last == null ? null : new BytesRef(last.toString());
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                TermsEnum ids = Terms.getTerms(leaf.reader(), SearchDocument.ID).iterator();
                boolean isThere = ids.seekCeil(new BytesRef(after + "+")) != TermsEnum.SeekStatus.END;
                while (isThere && (end == null || ids.term().compareTo(end) <= 0)) {
                    addRendered(rendered, leaf.reader(), ids);
                    isThere = ids.next() != null;
                }
            }
        } finally {
            searchers.release(searcher);
        }
        return rendered;
    }

    private static void addRendered(Map<UUID, Instant> rendered, LeafReader reader, TermsEnum id) throws IOException {
        PostingsEnum documents = id.postings(null, PostingsEnum.NONE);
        Bits live = reader.getLiveDocs();
        NumericDocValues times = DocValues.getNumeric(reader, SearchDocument.RENDERED_AT);
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int document = documents.docID();
            if ((live == null || live.get(document)) && times.advanceExact(document)) {
                rendered.put(UUID.fromString(id.term().utf8ToString()), time(times.longValue()));
            }
        }
    }

    /** What was found, and how many there are in all. */
    record Found(List<SearchHit> hits, long count, boolean isExact) {}

    /** @param count at most so many, in the direction of the cursor */
    Found search(Query query, SearchOrder order, @Nullable Cursor cursor, int count) throws IOException {
        boolean backwards = cursor != null && cursor.backwards();
        IndexSearcher searcher = searchers.acquire();
        try {
            TopFieldDocs top = searcher.search(
                    query, new TopFieldCollectorManager(order.sort(backwards), count, order.after(cursor), COUNTED));
            List<SearchHit> hits = new ArrayList<>();
            for (ScoreDoc found : top.scoreDocs) {
                hits.add(hit(searcher, found));
            }
            return new Found(hits, top.totalHits.value, top.totalHits.relation == TotalHits.Relation.EQUAL_TO);
        } finally {
            searchers.release(searcher);
        }
    }

    private static SearchHit hit(IndexSearcher searcher, ScoreDoc found) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
        NumericDocValues withdrawals = leaf.reader().getNumericDocValues(SearchDocument.WITHDRAW_AT);
        boolean isToGo = withdrawals != null && withdrawals.advanceExact(found.doc - leaf.docBase);
        Cursor position = SearchOrder.position(found);
        byte[] card = Objects.requireNonNull(searcher.storedFields()
                        .document(found.doc, Set.of(SearchDocument.CARD))
                        .getBinaryValue(SearchDocument.CARD))
                .bytes;
        return new SearchHit(
                position.id(), position, isToGo ? time(withdrawals.longValue()) : null, JsonText.ofBytes(card));
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }
}
