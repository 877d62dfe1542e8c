package dev.dateline.exchange;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that an import has to say about one record. */
@Entity
public class ImportProblem {

    /** Numbered within its job. */
    @Embeddable
    public record Key(UUID jobId, long number) {}

    @EmbeddedId
    private Key key;

    private long record;
    private @Nullable String source;

    @Enumerated(EnumType.STRING)
    private ImportProblemView.Severity severity;

    private @Nullable String pointer;
    private String reason;

    protected ImportProblem() {}

    ImportProblem(
            Key key,
            long record,
            @Nullable String source,
            ImportProblemView.Severity severity,
            @Nullable String pointer,
            String reason) {
        this.key = key;
        this.record = record;
        this.source = printable(source);
        this.severity = severity;
        this.pointer = printable(pointer);
        this.reason = storable(reason);
    }

    /** What comes from a file may hold what the database cannot store. */
    private static @Nullable String printable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = storable(text);
        return clean.length() > 500 ? clean.substring(0, 500) : clean;
    }

    private static String storable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}&&[^\n\t]]", "?");
    }

    ImportProblemView view() {
        return new ImportProblemView(key.number(), record, source, severity, pointer, reason);
    }
}
