package dev.dateline.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.IndexReader;

/** What values a facet has in one state of the index. To number them takes longer than to count, so it is done once for each state. */
final class FacetStates {

    private final Map<IndexReader.CacheKey, Map<String, StringDocValuesReaderState>> states = new ConcurrentHashMap<>();

    StringDocValuesReaderState of(IndexReader reader, String field) throws IOException {
        IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
        if (helper == null) {
            return new StringDocValuesReaderState(reader, field);
        }
        Map<String, StringDocValuesReaderState> ofReader = states.computeIfAbsent(helper.getKey(), key -> {
            helper.addClosedListener(states::remove);
            return new ConcurrentHashMap<>();
        });
        try {
            return ofReader.computeIfAbsent(field, name -> read(reader, name));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static StringDocValuesReaderState read(IndexReader reader, String field) {
        try {
            return new StringDocValuesReaderState(reader, field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
