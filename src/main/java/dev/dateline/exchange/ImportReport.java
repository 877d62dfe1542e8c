package dev.dateline.exchange;

import dev.dateline.exchange.ImportProblemView.Severity;
import dev.dateline.http.Parameters;
import dev.dateline.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Numbers the problems of an import as they come, and keeps the first of them in words, failures before all others. */
final class ImportReport {

    private static final int SHOWN = 100;

    private final UUID job;
    private final List<String> failures = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private long last;

    ImportReport(UUID job) {
        this.job = job;
    }

    List<String> first() {
        return Stream.concat(failures.stream(), others.stream()).limit(SHOWN).toList();
    }

    List<ImportProblem> problemsOf(ImportLine line) {
        ImportRecord record = line.record();
        return line.faults().stream()
                .map(fault -> problem(record.number(), record.source(), severity(line, fault), fault))
                .toList();
    }

    /** Something to say of a record after it was written. */
    ImportProblem noteLater(long record, String source, Fault fault) {
        return problem(record, source, Severity.NOTE, fault);
    }

    private ImportProblem problem(long record, String source, Severity severity, Fault fault) {
        last++;
        List<String> shown = severity == Severity.FAILED ? failures : others;
        if (shown.size() < SHOWN) {
            shown.add("%s: %s (record %d, %s) %s"
                    .formatted(Parameters.wireName(severity), source, record, fault.pointer(), fault.detail()));
        }
        return new ImportProblem(
                new ImportProblem.Key(job, last), record, source, severity, fault.pointer(), fault.detail());
    }

    /** Of a record that failed, only the reasons are failures; what was noted before is not. */
    private static Severity severity(ImportLine line, Fault fault) {
        return switch (line.outcome()) {
            case FAILED -> line.isReason(fault) ? Severity.FAILED : Severity.NOTE;
            case SKIPPED -> Severity.SKIPPED;
            case CREATED, UPDATED, UNCHANGED -> Severity.NOTE;
        };
    }
}
