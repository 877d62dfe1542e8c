package dev.dateline.exchange;

import dev.dateline.editorial.Identifiers;
import dev.dateline.http.Parameters;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs imports, one after the other, and keeps account of them. */
@Singleton
public class ImportService {

    private static final Logger LOG = Logger.getLogger(ImportService.class);
    private static final int BATCH = 200;

    private final Importer importer;
    private final ImportRepository imports;
    private final ExecutorService queue = Executors.newSingleThreadExecutor(task -> new Thread(task, "import"));
    private volatile boolean stopping;

    ImportService(Importer importer, ImportRepository imports) {
        this.importer = importer;
        this.imports = imports;
    }

    /** Imports that were cut off by the end of the program do not look as if they still ran. */
    @Transactional
    void onStart(@Observes StartupEvent event) {
        imports.running().forEach(job -> job.finish(ImportJobView.State.INTERRUPTED, null, Identifiers.now()));
    }

    void onStop(@Observes ShutdownEvent event) {
        stopping = true;
        queue.shutdownNow();
    }

    /** Takes the whole upload, however large, into a file, and imports it in the background. */
    ImportJobView submit(ImportFormat format, InputStream upload) {
        try {
            Path file =
                    Files.createTempFile("dateline-import", "." + format.name().toLowerCase(Locale.ROOT));
            file.toFile().deleteOnExit();
            receive(upload, file);
            UUID id = begin(format, file);
            queue.execute(() -> {
                try {
                    run(id, format, file, bytes -> {});
                } finally {
                    delete(file);
                }
            });
            return view(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void receive(InputStream upload, Path file) throws IOException {
        try {
            Files.copy(upload, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            delete(file);
            throw e;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("Cannot delete %s", file);
        }
    }

    /**
     * Imports a file now.
     *
     * @param progress told the bytes that have been read
     */
    public Result run(ImportFormat format, Path file, LongConsumer progress) throws IOException {
        return run(begin(format, file), format, file, progress);
    }

    /**
     * How an import went.
     *
     * @param problems the first of them, in words
     */
    public record Result(boolean complete, String summary, List<String> problems) {}

    private UUID begin(ImportFormat format, Path file) throws IOException {
        ImportJob job = new ImportJob(Identifiers.next(), format, Files.size(file), Identifiers.now());
        QuarkusTransaction.requiringNew().run(() -> imports.persist(job));
        return job.id();
    }

    private Result run(UUID id, ImportFormat format, Path file, LongConsumer progress) {
        ImportCounts counts = new ImportCounts();
        ProblemNumbers numbers = new ProblemNumbers(id);
        try (UniqueRecords source = new UniqueRecords(format.open(file))) {
            List<Batch> pair = nextPair(source);
            while (!pair.get(0).lines().isEmpty() && !stopping) {
                CompletableFuture<List<Batch>> next = CompletableFuture.supplyAsync(() -> nextPair(source));
                try {
                    write(pair.get(0).lines(), pair.get(1).lines());
                } finally {
                    next.handle((read, failure) -> read).join();
                }
                pair.forEach(batch -> account(id, batch, counts, numbers, progress));
                pair = next.join();
            }
            finish(id, stopping ? ImportJobView.State.INTERRUPTED : ImportJobView.State.FINISHED, null);
        } catch (CompletionException | UncheckedIOException e) {
            String reason = String.valueOf(e.getCause() == null ? e.getMessage() : rootMessage(e));
            finish(id, ImportJobView.State.FAILED, reason);
            return new Result(false, reason + ". So far: " + counts, numbers.first);
        } catch (IOException e) {
            finish(id, ImportJobView.State.FAILED, e.getMessage());
            return new Result(
                    false, "Cannot be read further: " + e.getMessage() + ". So far: " + counts, numbers.first);
        } catch (RuntimeException e) {
            LOG.error("An import failed", e);
            finish(id, ImportJobView.State.FAILED, "The import failed for a reason that is in the log.");
            throw e;
        }
        return new Result(!stopping && counts.failed() == 0, counts.toString(), numbers.first);
    }

    /** What has been read and is still to be written. */
    private record Batch(List<Importer.Line> lines, long bytesRead) {}

    private List<Batch> nextPair(UniqueRecords source) {
        return List.of(nextBatch(source), nextBatch(source));
    }

    /** Two batches, side by side when it does not matter which is there first. */
    private void write(List<Importer.Line> first, List<Importer.Line> second) {
        if (!importer.isIndependent(first) || !importer.isIndependent(second)) {
            importer.write(first);
            importer.write(second);
            return;
        }
        CompletableFuture<Void> beside = CompletableFuture.runAsync(() -> importer.write(second));
        try {
            importer.write(first);
        } finally {
            beside.join();
        }
    }

    private Batch nextBatch(UniqueRecords source) {
        try {
            List<ImportRecord> records = new ArrayList<>();
            for (ImportRecord record = source.next(); record != null; record = source.next()) {
                records.add(source.isRepeated(record) ? repeated(record) : record);
                if (records.size() == BATCH) {
                    break;
                }
            }
            return new Batch(importer.prepare(records), source.bytesRead());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportRecord repeated(ImportRecord record) {
        return new ImportRecord.Refused(
                record.number(),
                record.source(),
                List.of(Fault.at("", "stands in the file before; the first one counts")));
    }

    private static @Nullable String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof UncheckedIOException)) {
            cause = cause.getCause();
        }
        return cause.getCause() == null ? cause.getMessage() : cause.getCause().getMessage();
    }

    private void account(UUID id, Batch batch, ImportCounts counts, ProblemNumbers numbers, LongConsumer progress) {
        batch.lines().forEach(line -> counts.add(line.outcome()));
        QuarkusTransaction.requiringNew().run(() -> {
            imports.findById(id).progress(counts, batch.bytesRead());
            batch.lines().forEach(line -> numbers.problemsOf(line).forEach(imports::add));
        });
        progress.accept(batch.bytesRead());
    }

    private void finish(UUID id, ImportJobView.State state, @Nullable String failure) {
        QuarkusTransaction.requiringNew().run(() -> imports.findById(id).finish(state, failure, Identifiers.now()));
    }

    /** Numbers the problems of a job as they come. */
    private static final class ProblemNumbers {
        private static final int SHOWN = 100;

        private final UUID job;
        private final List<String> first = new ArrayList<>();
        private long last;

        ProblemNumbers(UUID job) {
            this.job = job;
        }

        List<ImportProblem> problemsOf(Importer.Line line) {
            ImportProblemView.Severity severity =
                    switch (line.outcome()) {
                        case FAILED -> ImportProblemView.Severity.FAILED;
                        case SKIPPED -> ImportProblemView.Severity.SKIPPED;
                        case CREATED, UPDATED, UNCHANGED -> ImportProblemView.Severity.NOTE;
                    };
            List<ImportProblem> problems = new ArrayList<>();
            for (Fault fault : line.faults()) {
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
    }

    @Transactional
    ImportJobView view(UUID id) {
        return imports.findByIdOptional(id).orElseThrow(Problem::notFound).view(Identifiers.now());
    }

    @Transactional
    List<ImportJobView> latest() {
        return imports.latest(100).stream()
                .map(job -> job.view(Identifiers.now()))
                .toList();
    }

    /** Problems in the order in which they were found. */
    @Transactional
    List<ImportProblemView> problems(UUID id, long after, int count) {
        if (imports.findById(id) == null) {
            throw Problem.notFound();
        }
        return imports.problems(id, after, count).stream()
                .map(ImportProblem::view)
                .toList();
    }
}
