package dev.dateline.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the records of a file in batches that are bounded in number and in size, however large a record may be. */
final class ImportBatches implements Closeable {

    private static final int MAX_RECORDS = 200;
    /** In bytes or characters of the content. */
    private static final long MAX_VOLUME = 512 * 1024;

    private final RecordSource source;
    private final Importer importer;
    private @Nullable IOException broken;

    ImportBatches(RecordSource source, Importer importer) {
        this.source = source;
        this.importer = importer;
    }

    /**
     * One batch, or two when they are small; the first is empty at the end of the file.
     *
     * @throws UncheckedIOException when the file cannot be read any further, and all before it has been given
     */
    List<ImportBatch> next() {
        ImportBatch first = batch();
        if (first.lines().isEmpty() && broken != null) {
            throw new UncheckedIOException(broken);
        }
        return first.isLarge() || first.lines().isEmpty() ? List.of(first) : List.of(first, batch());
    }

    private ImportBatch batch() {
        long before = source.volume();
        List<ImportLine> lines = new ArrayList<>();
        try {
            while (broken == null && lines.size() < MAX_RECORDS && source.volume() - before < MAX_VOLUME) {
                ImportRecord record = source.next();
                if (record == null) {
                    break;
                }
                lines.add(importer.prepared(record));
            }
        } catch (IOException e) {
            broken = e; // what was read until then is written first
        }
        return new ImportBatch(lines, source.bytesRead(), source.volume() - before > 2 * MAX_VOLUME);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
