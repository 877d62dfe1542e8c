package dev.dateline.exchange;

import dev.dateline.json.InputReader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes records of one kind, through the same services as the editorial API. */
sealed interface ImportTarget permits WorkingCopyTarget, TagTarget {

    /**
     * What was written, and the version it then had.
     *
     * @param note what became of the record instead, or null
     */
    record Written(UUID id, long version, @Nullable String note) {

        Written(UUID id, long version) {
            this(id, version, null);
        }
    }

    /** Content that fits, still to be written. */
    interface Prepared {
        Object content();

        Written create();

        /** Empty when it is gone or has been edited here since that version. */
        Optional<Written> update(UUID id, long version);
    }

    /**
     * Reads a record's content, without touching the database.
     *
     * @throws dev.dateline.problem.Problem {@code invalid-input}
     */
    Prepared prepare(ImportRecord.Content record, InputReader inputs);

    boolean isPublic(UUID id);

    /** Empty when it is gone or has been edited here since that version. */
    Optional<Written> withdraw(UUID id, long version);

    /** Told what is about to be created in one transaction. */
    default void expect(List<Prepared> prepared) {}
}
