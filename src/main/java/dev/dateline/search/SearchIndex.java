package dev.dateline.search;

import dev.dateline.entitlement.Entitlement;
import dev.dateline.time.DatabaseClock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The index of one node: a copy of what is published, made for finding. */
final class SearchIndex implements Closeable {

    private static final double BUFFER_MEGABYTES = 16;
    private static final String FORMAT = "format";

    /** The longest query has some six hundred words, each in a few base forms in each field. */
    private static final int MOST_CLAUSES = 65_536;

    static {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final FacetStates facets = new FacetStates();

    /**
     * Opens it, or begins anew when it is of another format.
     *
     * @throws IOException when the folder cannot be used, or is another program's
     */
    SearchIndex(Path folder, IndexWriterConfig.OpenMode mode) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        IndexWriterConfig config = new IndexWriterConfig()
                .setOpenMode(isReadable(directory) ? mode : IndexWriterConfig.OpenMode.CREATE)
                .setIndexSort(SearchDocument.NEWEST)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(true);
        this.writer = new IndexWriter(directory, config);
        writer.setLiveCommitData(Map.of(FORMAT, SearchDocument.FORMAT).entrySet());
        this.searchers = new SearcherManager(writer, null);
    }

    private static boolean isReadable(FSDirectory directory) {
        try {
            return DirectoryReader.indexExists(directory)
                    && SearchDocument.FORMAT.equals(SegmentInfos.readLatestCommit(directory)
                            .getUserData()
                            .get(FORMAT));
        } catch (IOException | IllegalArgumentException e) {
            return false; // half written, or of another version of Lucene
        }
    }

    void put(SearchText article) throws IOException {
        writer.updateDocument(SearchDocument.key(article.id()), SearchDocument.of(article));
    }

    void remove(UUID id) throws IOException {
        writer.deleteDocuments(SearchDocument.key(id));
    }

    /** False when it closed itself, because something could not be written. */
    boolean isOpen() {
        return writer.isOpen();
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
     * The stamps of articles in it: those whose ids come after one and not after another.
     *
     * @param last null for the end
     */
    Map<UUID, Long> stamps(UUID after, @Nullable UUID last) throws IOException {
        Map<UUID, Long> stamps = new HashMap<>();
        BytesRef end = last == null ? null : new BytesRef(last.toString());
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                TermsEnum ids = Terms.getTerms(leaf.reader(), SearchDocument.ID).iterator();
                boolean isThere = ids.seekCeil(new BytesRef(after + "+")) != TermsEnum.SeekStatus.END;
                while (isThere && (end == null || ids.term().compareTo(end) <= 0)) {
                    addStamps(stamps, leaf.reader(), ids);
                    isThere = ids.next() != null;
                }
            }
        } finally {
            searchers.release(searcher);
        }
        return stamps;
    }

    private static void addStamps(Map<UUID, Long> stamps, LeafReader reader, TermsEnum id) throws IOException {
        PostingsEnum documents = id.postings(null, PostingsEnum.NONE);
        Bits live = reader.getLiveDocs();
        NumericDocValues values = DocValues.getNumeric(reader, SearchDocument.STAMP);
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int document = documents.docID();
            if ((live == null || live.get(document)) && values.advanceExact(document)) {
                stamps.put(UUID.fromString(id.term().utf8ToString()), values.longValue());
            }
        }
    }

    /**
     * The index as it is now, for one request, which closes it.
     *
     * @param outdated articles that must not be shown as they are here
     * @param entitlement what may be found, or null for everything
     */
    IndexReading read(Set<UUID> outdated, @Nullable Entitlement entitlement) throws IOException {
        return new IndexReading(searchers, facets, outdated, entitlement, DatabaseClock.now());
    }

    /** Closes it without writing anything more. */
    void abandon() throws IOException {
        searchers.close();
        writer.rollback();
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }
}
