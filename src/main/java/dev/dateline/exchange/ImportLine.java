package dev.dateline.exchange;

import dev.dateline.exchange.ImportCounts.Outcome;
import dev.dateline.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record on its way into the newsroom, and how it ended. */
final class ImportLine {

    private ImportRecord record;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> reasons = new ArrayList<>();
    private ImportTarget.@Nullable Prepared prepared;
    private @Nullable Outcome outcome;

    /** How many faults were noted before it was first written. */
    private int read = -1;

    ImportLine(ImportRecord record) {
        this.record = record;
    }

    ImportRecord record() {
        return record;
    }

    ImportTarget.@Nullable Prepared prepared() {
        return prepared;
    }

    void prepared(ImportTarget.Prepared content) {
        this.prepared = content;
    }

    /** Another record is to be written in its place. */
    void becomes(ImportRecord other) {
        record = other;
    }

    /** Whether it is to be written at all. */
    boolean isReady() {
        return outcome == null
                && (prepared != null || record instanceof ImportRecord.Gone || record instanceof ImportRecord.Merged);
    }

    /** Forgets what an earlier try to write it has said. */
    void begin() {
        if (read < 0) {
            read = faults.size();
        }
        faults.subList(read, faults.size()).clear();
        reasons.clear();
        outcome = null;
    }

    List<Fault> faults() {
        return faults;
    }

    void note(Fault fault) {
        faults.add(fault);
    }

    /** Notes what became of the record instead, if anything did: then it is unchanged. */
    Outcome noted(ImportTarget.Written written, Outcome otherwise) {
        if (written.note() == null) {
            return otherwise;
        }
        note(Fault.at("", written.note()));
        return Outcome.UNCHANGED;
    }

    void refuse(List<Fault> reasons) {
        outcome = Outcome.FAILED;
        faults.addAll(reasons);
        this.reasons.addAll(reasons);
    }

    /** Whether it is why the record was refused. */
    boolean isReason(Fault fault) {
        return reasons.contains(fault);
    }

    void end(Outcome how) {
        outcome = how;
    }

    Outcome outcome() {
        return outcome == null ? Outcome.FAILED : outcome;
    }
}
