package dev.dateline.exchange;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import and how far it has come. */
@Entity
public class ImportJob {

    @Id
    private UUID id;

    private UUID node;

    @Enumerated(EnumType.STRING)
    private ImportFormat format;

    @Enumerated(EnumType.STRING)
    private ImportState state = ImportState.QUEUED;

    private Instant startedAt;
    private @Nullable Instant finishedAt;
    private long bytes;
    private long bytesRead;
    private long records;
    private long created;
    private long updated;
    private long unchanged;
    private long skipped;
    private long failed;
    private @Nullable String failure;

    protected ImportJob() {}

    /** @param node which runs it */
    ImportJob(UUID id, UUID node, ImportFormat format, long bytes, Instant now) {
        this.id = id;
        this.node = node;
        this.format = format;
        this.bytes = bytes;
        this.startedAt = now;
    }

    void start(Instant now) {
        this.state = ImportState.RUNNING;
        this.startedAt = now;
    }

    void progress(ImportCounts counts, long bytesRead) {
        this.bytesRead = bytesRead;
        this.records = counts.records();
        this.created = counts.created();
        this.updated = counts.updated();
        this.unchanged = counts.unchanged();
        this.skipped = counts.skipped();
        this.failed = counts.failed();
    }

    void finish(ImportState state, @Nullable String failure, Instant now) {
        this.state = state;
        this.failure = failure;
        this.finishedAt = now;
    }

    UUID node() {
        return node;
    }

    UUID id() {
        return id;
    }

    ImportJobView view(Instant now) {
        Instant end = finishedAt == null ? now : finishedAt;
        double seconds = Math.max(
                        Duration.between(startedAt, end.isBefore(startedAt) ? startedAt : end)
                                .toMillis(),
                        1)
                / 1000.0;
        return new ImportJobView(
                id,
                format,
                state,
                startedAt,
                finishedAt,
                bytes,
                bytesRead,
                records,
                created,
                updated,
                unchanged,
                skipped,
                failed,
                Math.round(records / seconds * 10) / 10.0,
                failure,
                "/v1/editorial/imports/" + id + "/problems");
    }
}
