package dev.dateline.exchange;

import dev.dateline.content.ContentKind;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.publishing.Publishers;
import dev.dateline.editorial.tag.TagService;
import dev.dateline.exchange.ImportCounts.Outcome;
import dev.dateline.json.InputReader;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of a file, many to a transaction, and batches of new, unrelated articles side by side. When one of them is refused by the database, the others of its
 * batch are written one by one, so that a bad record costs nobody but itself.
 */
@Singleton
class Importer {

    private static final Logger LOG = Logger.getLogger(Importer.class);

    private final InputReader inputs;
    private final ImportRepository imports;
    private final AdvisoryLockRepository locks;
    private final Publishers publishers;
    private final ImportTarget tags;

    Importer(
            InputReader inputs,
            ImportRepository imports,
            AdvisoryLockRepository locks,
            Publishers publishers,
            TagService tags) {
        this.inputs = inputs;
        this.imports = imports;
        this.locks = locks;
        this.publishers = publishers;
        this.tags = new ImportTarget.OfTags(tags);
    }

    private ImportTarget target(ContentKind kind) {
        return kind.equals(ContentKind.TAG) ? tags : new ImportTarget.OfWorkingCopies<>(publishers.of(kind));
    }

    /** A record on its way, and how it ended. */
    static final class Line {
        private final ImportRecord record;
        private final List<Fault> faults = new ArrayList<>();
        private ImportTarget.@Nullable Prepared prepared;
        private @Nullable Outcome outcome;

        Line(ImportRecord record) {
            this.record = record;
        }

        private void refuse(List<Fault> reasons) {
            outcome = Outcome.FAILED;
            faults.addAll(reasons);
        }

        ImportRecord record() {
            return record;
        }

        private ImportTarget.@Nullable Prepared prepared() {
            return prepared;
        }

        List<Fault> faults() {
            return faults;
        }

        Outcome outcome() {
            return outcome == null ? Outcome.FAILED : outcome;
        }
    }

    /** Reads and validates records, without touching the database. */
    List<Line> prepare(List<ImportRecord> records) {
        return records.stream().map(this::prepared).toList();
    }

    /**
     * Whether a batch holds nothing but articles that name no other article. Such batches may be written side by side; it
     * does not matter which of them is there first.
     */
    boolean isIndependent(List<Line> lines) {
        return lines.stream()
                .map(Line::record)
                .allMatch(record -> !(record instanceof ImportRecord.Content content)
                        || (content.kind().equals(ContentKind.ARTICLE)
                                && !content.content().has("translationOf")
                                && !content.content().path("body").toString().contains("\"related\"")));
    }

    /** Writes a batch; afterwards each line says how it ended. */
    void write(List<Line> lines) {
        List<Line> ready = lines.stream().filter(line -> line.prepared != null).toList();
        try {
            writeTogether(ready);
        } catch (RuntimeException refused) {
            LOG.debug("A batch was refused; its records are written one by one", refused);
            for (Line line : ready) {
                writeAlone(line);
            }
        }
    }

    private Line prepared(ImportRecord record) {
        Line line = new Line(record);
        if (record instanceof ImportRecord.Refused refused) {
            line.refuse(refused.faults());
        } else if (record instanceof ImportRecord.Skipped skipped) {
            line.outcome = Outcome.SKIPPED;
            line.faults.add(Fault.at("", skipped.reason()));
        } else if (record instanceof ImportRecord.Content content) {
            try {
                line.prepared = target(content.kind()).prepare(content, inputs);
                line.faults.addAll(content.notes());
            } catch (Problem problem) {
                line.refuse(reasons(problem));
            }
        }
        return line;
    }

    private void writeTogether(List<Line> lines) {
        if (!lines.isEmpty()) {
            QuarkusTransaction.requiringNew().timeout(300).run(() -> writeIn(lines));
        }
    }

    private void writeAlone(Line line) {
        try {
            writeTogether(List.of(line));
        } catch (RuntimeException e) {
            Problem problem = Problem.causing(e);
            if (problem == null) {
                LOG.warn("A record could not be written", e);
            }
            line.refuse(problem == null ? List.of(Fault.at("", "could not be stored")) : reasons(problem));
        }
    }

    private void writeIn(List<Line> lines) {
        Map<String, ImportedRecord> known = new HashMap<>(imports.imported(
                lines.stream().map(line -> line.record.source()).collect(Collectors.toSet())));
        // Chosen once: going from beside others to alone while another waits for the same would lock both out.
        if (isIndependent(lines) && known.isEmpty()) {
            locks.share(AdvisoryLockRepository.PUBLISHING);
        } else {
            locks.lock(AdvisoryLockRepository.PUBLISHING);
        }
        imports.writeLate();
        List<ImportTarget.Prepared> fresh = lines.stream()
                .filter(line -> !known.containsKey(line.record.source()))
                .map(Line::prepared)
                .filter(Objects::nonNull)
                .toList();
        @Nullable ContentKind kind = null;
        for (Line line : lines) {
            ImportRecord.Content record = (ImportRecord.Content) line.record;
            if (!record.kind().equals(kind)) {
                imports.flush();
                kind = record.kind();
                target(record.kind()).expect(fresh);
            }
            ImportTarget.Prepared prepared = line.prepared;
            if (prepared != null) {
                line.outcome = write(record, prepared, known);
            }
        }
    }

    private Outcome write(
            ImportRecord.Content record, ImportTarget.Prepared prepared, Map<String, ImportedRecord> known) {
        byte[] digest = record.digest();
        ImportedRecord earlier = known.get(record.source());
        if (earlier == null) {
            ImportedRecord memory = new ImportedRecord(record.source(), record.kind());
            ImportTarget.Written written = prepared.create();
            memory.wrote(digest, written.id(), written.version());
            imports.add(memory);
            known.put(record.source(), memory);
            return Outcome.CREATED;
        }
        if (Arrays.equals(earlier.digest(), digest)) {
            return Outcome.UNCHANGED;
        }
        Optional<ImportTarget.Written> written = prepared.update(earlier.targetId(), earlier.targetVersion());
        written.ifPresent(now -> earlier.wrote(digest, now.id(), now.version()));
        if (written.isEmpty()) {
            throw Problem.conflict("It was edited or deleted here since it was imported, and is left alone.");
        }
        return Outcome.UPDATED;
    }

    private static List<Fault> reasons(Problem problem) {
        return problem.faults().isEmpty()
                ? List.of(Fault.at("", problem.details().detail()))
                : problem.faults();
    }
}
