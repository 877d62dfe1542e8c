package dev.dateline.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the records of a file in batches that are bounded in number and in size, however large a record may be. */
final class ImportBatches implements Closeable {

    private static final int MAX_RECORDS = 200;

    /** In bytes or characters of the content. */
    private static final long MAX_VOLUME = 512 * 1024;

    private final RecordSource source;
    private final Importer importer;

    ImportBatches(RecordSource source, Importer importer) {
        this.source = source;
        this.importer = importer;
    }

    /** One batch, or two when they are small; the first is empty at the end of the file. */
    List<ImportBatch> next() {
        ImportBatch first = batch();
        return first.isLarge() || first.lines().isEmpty() ? List.of(first) : List.of(first, batch());
    }

    private ImportBatch batch() {
        try {
            long before = source.volume();
            List<ImportLine> lines = new ArrayList<>();
            while (lines.size() < MAX_RECORDS && source.volume() - before < MAX_VOLUME) {
                ImportRecord record = source.next();
                if (record == null) {
                    break;
                }
                lines.add(importer.prepared(record));
            }
            return new ImportBatch(lines, source.bytesRead(), source.volume() - before > 2 * MAX_VOLUME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
