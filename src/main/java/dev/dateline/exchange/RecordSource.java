package dev.dateline.exchange;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file read record by record, in constant memory. */
interface RecordSource extends Closeable {

    /**
     * The next record, or null at the end. What cannot be understood comes as a {@link ImportRecord.Refused}.
     *
     * @throws IOException when the file cannot be read any further
     */
    @Nullable
    ImportRecord next() throws IOException;

    /** Of the file as it is stored. */
    long bytesRead();

    /** How much of the content has been read, unpacked, in bytes or characters. */
    long volume();
}
