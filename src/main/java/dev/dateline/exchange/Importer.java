package dev.dateline.exchange;

import dev.dateline.content.ContentKind;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.publishing.Publishers;
import dev.dateline.exchange.ImportCounts.Outcome;
import dev.dateline.json.InputReader;
import dev.dateline.problem.Failures;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of a file, many to a transaction, and batches of new, unrelated articles side by side. When one of them
 * is refused by the database, the others of its batch are written one by one, so that a bad record costs nobody but itself.
 */
@Singleton
class Importer {

    private static final Logger LOG = Logger.getLogger(Importer.class);

    private final InputReader inputs;
    private final ImportRepository imports;
    private final AdvisoryLockRepository locks;
    private final Publishers publishers;
    private final TagImports tags;

    Importer(
            InputReader inputs,
            ImportRepository imports,
            AdvisoryLockRepository locks,
            Publishers publishers,
            TagImports tags) {
        this.inputs = inputs;
        this.imports = imports;
        this.locks = locks;
        this.publishers = publishers;
        this.tags = tags;
    }

    private ImportTarget target(ContentKind kind) {
        return kind.equals(ContentKind.TAG) ? tags.target() : new WorkingCopyTarget<>(publishers.of(kind));
    }

    FormerSlugs formerSlugs(ImportReport report) {
        return new FormerSlugs(publishers, imports, locks, report);
    }

    /** What formats need to read a file. */
    ImportContext context(ImportOptions options) {
        return new ImportContext(tags.existing(), inputs, options.publish());
    }

    /** Brings what the records of a batch show into the library. */
    void fetch(FetchedPictures pictures, List<ImportLine> lines) {
        for (ImportLine line : lines) {
            if (line.isReady()
                    && line.record() instanceof ImportRecord.Content content
                    && !content.kind().equals(ContentKind.TAG)) { // theirs lie elsewhere
                line.becomes(pictures.in(content, line::note));
                prepare(line, (ImportRecord.Content) line.record());
            }
        }
    }

    /**
     * Whether a batch holds nothing but articles that name no other article. Such batches may be written side by side; it
     * does not matter which of them is there first.
     */
    boolean isIndependent(List<ImportLine> lines) {
        return lines.stream().map(ImportLine::record).allMatch(ImportRecord::isIndependent);
    }

    /** Reads and validates a record, without touching the database. */
    ImportLine prepared(ImportRecord record) {
        ImportLine line = new ImportLine(record);
        if (record instanceof ImportRecord.Refused refused) {
            line.refuse(refused.faults());
        } else if (record instanceof ImportRecord.Skipped skipped) {
            line.end(Outcome.SKIPPED);
            skipped.reasons().forEach(line::note);
        } else if (record instanceof ImportRecord.Content content) {
            content.notes().forEach(line::note);
            prepare(line, content);
        }
        return line;
    }

    private void prepare(ImportLine line, ImportRecord.Content content) {
        try {
            line.prepared(read(content));
        } catch (Problem problem) {
            line.refuse(problem.reasons());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("A record could not be read", e);
            line.refuse(
                    List.of(Fault.at("", "could not be read: " + e.getClass().getSimpleName())));
        }
    }

    private ImportTarget.Prepared read(ImportRecord.Content record) {
        return target(record.kind()).prepare(record, inputs);
    }

    /** Writes a batch of an import; afterwards each line says how it ended. */
    void write(UUID job, List<ImportLine> lines) {
        List<ImportLine> ready = lines.stream().filter(ImportLine::isReady).toList();
        try {
            Outage.outlast(() -> writeTogether(job, ready));
        } catch (RuntimeException refused) {
            if (Failures.arePassing(refused)) {
                throw refused; // no record is to blame
            }
            LOG.debug("A batch was refused; its records are written one by one", refused);
            SingleRecords alone =
                    new SingleRecords(line -> writeTogether(job, List.of(line)), this::read, this::isPublic);
            ready.forEach(alone::write);
        }
    }

    private boolean isPublic(ImportRecord record) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ImportedRecord earlier = imports.imported(record.sources()).get(record.source());
            return earlier != null && target(record.kind()).isPublic(earlier.targetId());
        });
    }

    private void writeTogether(UUID job, List<ImportLine> lines) {
        lines.forEach(ImportLine::begin);
        if (!lines.isEmpty()) {
            QuarkusTransaction.requiringNew().timeout(300).run(() -> writeIn(job, lines));
        }
    }

    private void writeIn(UUID job, List<ImportLine> lines) {
        Map<String, ImportedRecord> known = new HashMap<>(imports.imported(
                lines.stream().flatMap(line -> line.record().sources().stream()).collect(Collectors.toSet())));
        // Chosen once: going from beside others to alone while another waits for the same would lock both out.
        if (isIndependent(lines) && known.isEmpty()) {
            locks.share(AdvisoryLockRepository.PUBLISHING);
        } else {
            locks.lock(AdvisoryLockRepository.PUBLISHING);
        }
        imports.writeLate();
        List<ImportTarget.Prepared> fresh = lines.stream()
                .filter(line -> !known.containsKey(line.record().source()))
                .map(ImportLine::prepared)
                .filter(Objects::nonNull)
                .toList();
        @Nullable ContentKind kind = null;
        for (ImportLine line : lines) {
            ContentKind next = line.record().kind();
            if (!next.equals(kind)) {
                imports.flush();
                kind = next;
                target(kind).expect(fresh);
            }
            write(job, line, known);
        }
    }

    private void write(UUID job, ImportLine line, Map<String, ImportedRecord> known) {
        ImportedRecord earlier = known.get(line.record().source());
        if (line.record() instanceof ImportRecord.Gone gone) {
            line.end(earlier == null ? Outcome.SKIPPED : withdraw(gone, earlier, line));
            if (earlier == null) {
                line.note(Fault.at("", gone.reason()));
            }
        } else if (line.record() instanceof ImportRecord.Merged merged) {
            line.end(tags.merge(known.get(merged.source()), known.get(merged.into())));
        } else if (line.record() instanceof ImportRecord.Content content && line.prepared() != null) {
            line.end(
                    earlier == null
                            ? create(job, line, content, line.prepared(), known)
                            : update(job, line, content, line.prepared(), earlier));
        }
    }

    private Outcome create(
            UUID job,
            ImportLine line,
            ImportRecord.Content record,
            ImportTarget.Prepared prepared,
            Map<String, ImportedRecord> known) {
        ImportedRecord memory = new ImportedRecord(job, record.source(), record.kind());
        ImportTarget.Written written = prepared.create();
        memory.wrote(record.digest(), written.id(), written.version());
        imports.add(memory);
        known.put(record.source(), memory);
        return line.noted(written, Outcome.CREATED);
    }

    private Outcome update(
            UUID job,
            ImportLine line,
            ImportRecord.Content record,
            ImportTarget.Prepared prepared,
            ImportedRecord earlier) {
        if (earlier.wasBroughtBy(job)) {
            if (record.isAsWritten(earlier.digest())) {
                return Outcome.UNCHANGED; // also when the database had stored it, and its answer was lost
            }
            throw Problem.conflict("It stands in the file before; the first one counts.");
        }
        earlier.broughtBy(job);
        if (record.isAsWritten(earlier.digest())) {
            return Outcome.UNCHANGED;
        }
        ImportTarget.Written written =
                prepared.update(earlier.targetId(), earlier.targetVersion()).orElse(null);
        if (written == null) {
            return leftAlone(
                    line, record.publication() == null && target(record.kind()).isPublic(earlier.targetId()));
        }
        earlier.wrote(record.digest(), written.id(), written.version());
        if (record.isOpen()
                && record.publication() == null
                && target(record.kind()).isPublic(written.id())) {
            line.note(Fault.at("/publication", "is left out; what is public of it here stays public"));
        }
        return line.noted(written, Outcome.UPDATED);
    }

    private Outcome withdraw(ImportRecord.Gone record, ImportedRecord earlier, ImportLine line) {
        ImportTarget target = target(record.kind());
        if (!target.isPublic(earlier.targetId())) {
            line.note(Fault.at("", record.reason()));
            return Outcome.SKIPPED;
        }
        ImportTarget.Written written =
                target.withdraw(earlier.targetId(), earlier.targetVersion()).orElse(null);
        if (written == null) {
            return leftAlone(line, true);
        }
        earlier.wrote(new byte[0], written.id(), written.version());
        line.note(Fault.at("", record.reason() + ", so it was withdrawn here"));
        return Outcome.UPDATED;
    }

    private static Outcome leftAlone(ImportLine line, boolean isStillPublic) {
        line.note(Fault.at(
                "",
                "was edited or deleted here since it was imported, and is left alone"
                        + (isStillPublic ? "; it is not public there any more, and still public here" : "")));
        return Outcome.SKIPPED;
    }
}
