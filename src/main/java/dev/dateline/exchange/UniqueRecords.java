package dev.dateline.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Notices when a file brings the same record twice, as far back as a bounded memory reaches. */
final class UniqueRecords implements Closeable {

    private static final int REMEMBERED = 1_000_000;

    private final RecordSource source;
    private final Set<Long> seen = new HashSet<>();

    UniqueRecords(RecordSource source) {
        this.source = source;
    }

    @Nullable
    ImportRecord next() throws IOException {
        return source.next();
    }

    /** Whether a record with the same identity came before. Eight bytes of its hash stand for it. */
    boolean isRepeated(ImportRecord record) {
        if (!(record instanceof ImportRecord.Content content) || seen.size() >= REMEMBERED) {
            return false;
        }
        return !seen.add(ByteBuffer.wrap(DigestUtils.sha256(content.source())).getLong());
    }

    long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
