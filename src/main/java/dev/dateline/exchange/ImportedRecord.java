package dev.dateline.exchange;

import dev.dateline.content.ContentKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What an import last wrote for a record. */
@Entity
@SuppressWarnings("unused") // the kind is kept for people who look into the table
public class ImportedRecord {

    @Id
    private String source;

    private byte[] digest;

    private String kind;

    private UUID targetId;
    private long targetVersion;

    /** The import that brought it last. */
    private UUID jobId;

    protected ImportedRecord() {}

    @SuppressWarnings("NullAway.Init") // wrote follows before it is stored
    ImportedRecord(UUID job, String source, ContentKind kind) {
        this.jobId = job;
        this.source = source;
        this.kind = kind.name();
    }

    /** Whether this import has brought it before. */
    boolean wasBroughtBy(UUID job) {
        return job.equals(jobId);
    }

    void broughtBy(UUID job) {
        this.jobId = job;
    }

    void wrote(byte[] digest, UUID targetId, long targetVersion) {
        this.digest = digest;
        this.targetId = targetId;
        this.targetVersion = targetVersion;
    }

    String source() {
        return source;
    }

    byte[] digest() {
        return digest;
    }

    UUID targetId() {
        return targetId;
    }

    long targetVersion() {
        return targetVersion;
    }
}
