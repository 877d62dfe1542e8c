package dev.dateline.exchange;

import dev.dateline.time.DatabaseClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One import from its first record to its last. While batches are written the next ones are read, unless they are large. Whatever
 * ends it early, the job says so, with what was done until then.
 */
final class ImportRun {

    private static final Logger LOG = Logger.getLogger(ImportRun.class);

    /** One reads what comes next and one writes beside the caller's: in the program's common pool they would wait for each other. */
    private static final Executor THREADS = Executors.newCachedThreadPool(ImportRun::thread);

    private static final String STOPPED = "The program was stopped before the import was over.";

    private final UUID id;
    private final Importer importer;
    private final ImportRepository imports;
    private final LongConsumer progress;
    private final BooleanSupplier stopping;
    private final UnaryOperator<Runnable> carrying;
    private final FetchedPictures pictures;
    private final ImportCounts counts = new ImportCounts();
    private final ImportReport report;
    private final FormerSlugs formerSlugs;

    /** @param carrying makes that work is done for whom this import is, on any thread */
    ImportRun(
            UUID id,
            Importer importer,
            ImportRepository imports,
            FetchedPictures pictures,
            LongConsumer progress,
            BooleanSupplier stopping,
            UnaryOperator<Runnable> carrying) {
        this.pictures = pictures;
        this.carrying = carrying;
        this.id = id;
        this.importer = importer;
        this.imports = imports;
        this.progress = progress;
        this.stopping = stopping;
        this.report = new ImportReport(id);
        this.formerSlugs = importer.formerSlugs(report);
    }

    ImportResult run(ImportFormat format, Path file, ImportOptions options) {
        try {
            QuarkusTransaction.requiringNew().run(() -> imports.findById(id).start(DatabaseClock.now()));
            return read(format, file, options);
        } catch (Throwable failure) { // also an error of memory: the job must not look as if it still ran
            return failed(reason(failure));
        }
    }

    private ImportResult read(ImportFormat format, Path file, ImportOptions options) throws IOException {
        if (stopping.getAsBoolean()) {
            return failed(STOPPED);
        }
        try (ImportBatches batches = new ImportBatches(format.open(file, importer.context(options)), importer)) {
            write(batches);
            if (stopping.getAsBoolean()) {
                return failed(STOPPED);
            }
            formerSlugs.keep();
            return finished();
        }
    }

    private void write(ImportBatches batches) {
        boolean hasPictures = Outage.outlast(pictures::areWanted);
        List<ImportBatch> now = batches.next();
        while (!now.get(0).lines().isEmpty() && !stopping.getAsBoolean()) {
            if (hasPictures) {
                now.forEach(batch -> importer.fetch(pictures, batch.lines()));
            }
            if (now.get(0).isLarge()) {
                write(now);
                now = batches.next();
            } else {
                now = writeWhileReading(now, batches);
            }
        }
    }

    private List<ImportBatch> writeWhileReading(List<ImportBatch> now, ImportBatches batches) {
        CompletableFuture<List<ImportBatch>> next = CompletableFuture.supplyAsync(batches::next, THREADS);
        try {
            write(now);
        } finally {
            next.handle((read, failure) -> read).join();
        }
        return next.join();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "import");
        thread.setDaemon(true);
        return thread;
    }

    /** Two batches go side by side when it does not matter which is there first. */
    private void write(List<ImportBatch> batches) {
        if (batches.size() == 2 && batches.stream().allMatch(batch -> importer.isIndependent(batch.lines()))) {
            CompletableFuture<Void> beside = CompletableFuture.runAsync(
                    carrying.apply(() -> importer.write(id, batches.get(1).lines())), THREADS);
            try {
                importer.write(id, batches.get(0).lines());
            } finally {
                beside.join();
            }
        } else {
            batches.forEach(batch -> importer.write(id, batch.lines()));
        }
        batches.forEach(this::account);
        formerSlugs.keepIfMany();
    }

    private void account(ImportBatch batch) {
        batch.lines().forEach(line -> {
            counts.add(line.outcome());
            formerSlugs.note(line);
        });
        Outage.outlast(() -> QuarkusTransaction.requiringNew().run(() -> {
            imports.findById(id).progress(counts, batch.bytesRead());
            batch.lines().forEach(line -> report.problemsOf(line).forEach(imports::add));
        }));
        progress.accept(batch.bytesRead());
    }

    private ImportResult finished() {
        finish(ImportState.FINISHED, null);
        return new ImportResult(counts.failed() == 0, counts.toString(), report.first());
    }

    private ImportResult failed(String reason) {
        finish(ImportState.FAILED, reason);
        return new ImportResult(false, reason + " So far: " + counts, report.first());
    }

    private void finish(ImportState state, @Nullable String failure) {
        Outage.outlast(() -> QuarkusTransaction.requiringNew()
                .run(() -> imports.findById(id).finish(state, failure, DatabaseClock.now())));
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof UncheckedIOException || cause instanceof IOException) {
            Throwable unread =
                    Objects.requireNonNullElse(cause instanceof IOException ? null : cause.getCause(), cause);
            return unread instanceof EOFException
                    ? "The file ends before its compressed data does: it was cut off. What stands before is imported."
                    : unread.getMessage() + ".";
        }
        LOG.error("An import failed", cause);
        return cause instanceof OutOfMemoryError
                ? "The import needed more memory than there is. Divide the file."
                : "The import failed for a reason that is in the log.";
    }
}
