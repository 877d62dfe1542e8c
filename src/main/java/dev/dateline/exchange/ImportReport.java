package dev.dateline.exchange;

import dev.dateline.http.Parameters;
import dev.dateline.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Numbers the problems of an import as they come, and keeps the first of them in words. */
final class ImportReport {

    private static final int SHOWN = 100;

    private final UUID job;
    private final List<String> first = new ArrayList<>();
    private long last;

    ImportReport(UUID job) {
        this.job = job;
    }

    List<String> first() {
        return first;
    }

    List<ImportProblem> problemsOf(ImportLine line) {
        List<ImportProblem> problems = new ArrayList<>();
        for (Fault fault : line.faults()) {
            ImportProblemView.Severity severity = severity(line, fault);
            last++;
            if (last <= SHOWN) {
                first.add("%s: %s (record %d, %s) %s"
                        .formatted(
                                Parameters.wireName(severity),
                                line.record().source(),
                                line.record().number(),
                                fault.pointer(),
                                fault.detail()));
            }
            problems.add(new ImportProblem(
                    new ImportProblem.Key(job, last),
                    line.record().number(),
                    line.record().source(),
                    severity,
                    fault.pointer(),
                    fault.detail()));
        }
        return problems;
    }

    /** Something to say of a record after it was written. */
    ImportProblem noteLater(long record, String source, Fault fault) {
        last++;
        return new ImportProblem(
                new ImportProblem.Key(job, last),
                record,
                source,
                ImportProblemView.Severity.NOTE,
                fault.pointer(),
                fault.detail());
    }

    /** Of a record that failed, only the reasons are failures; what was noted before is not. */
    private static ImportProblemView.Severity severity(ImportLine line, Fault fault) {
        return switch (line.outcome()) {
            case FAILED -> line.isReason(fault) ? ImportProblemView.Severity.FAILED : ImportProblemView.Severity.NOTE;
            case SKIPPED -> ImportProblemView.Severity.SKIPPED;
            case CREATED, UPDATED, UNCHANGED -> ImportProblemView.Severity.NOTE;
        };
    }
}
