package dev.dateline.exchange;

import dev.dateline.access.Actor;
import dev.dateline.access.Caller;
import dev.dateline.access.Role;
import dev.dateline.content.ContentKind;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.editorial.image.ImageFetch;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
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
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/** Runs the imports that this node is sent, one after the other, and keeps account of them. */
@Singleton
public class ImportService {

    private static final Logger LOG = Logger.getLogger(ImportService.class);
    private static final String CUT_OFF =
            "The program ended before the import was over. Import the file again: what is here stays.";

    /** How long an import may take to end with what it is writing, when the program ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Importer importer;
    private final ImportRepository imports;
    private final ImportUploads uploads;
    private final ImportNode node;
    private final ImageFetch fetch;
    private final AuditLog audit;
    private final Caller caller;
    private final ExecutorService queue = Executors.newSingleThreadExecutor(task -> new Thread(task, "import"));
    private volatile boolean stopping;

    ImportService(
            Importer importer,
            ImportRepository imports,
            ImportUploads uploads,
            ImportNode node,
            ImageFetch fetch,
            AuditLog audit,
            Caller caller) {
        this.uploads = uploads;
        this.audit = audit;
        this.caller = caller;
        this.node = node;
        this.fetch = fetch;
        this.importer = importer;
        this.imports = imports;
    }

    /** Imports that were cut off by the end of their node do not look as if they still ran. */
    @Transactional
    void onStart(@Observes StartupEvent event) {
        imports.unfinished().stream()
                .filter(job -> node.isGone(job.node()))
                .forEach(job -> job.finish(ImportState.FAILED, CUT_OFF, DatabaseClock.now()));
        uploads.sweep(node::isGone);
        uploads.check();
    }

    /** An import ends with the batches that it is writing. Nothing may begin a transaction after this. */
    void onStop(@Observes ShutdownEvent event) throws InterruptedException, SQLException {
        stopping = true;
        queue.shutdown();
        if (!queue.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("An import does not end; it is cut off");
            queue.shutdownNow();
        }
        node.leave();
    }

    /** Takes the whole upload, however large, into a file, and imports it in the background. */
    ImportJobView submit(ImportFormat format, InputStream upload, ImportOptions options) {
        try {
            appear(); // before there is a file that others would throw away
            Path file = uploads.receive(format, upload);
            UUID id = noted(format, file);
            Actor actor = caller.actor();
            Role role = caller.role();
            queue.execute(() -> {
                try {
                    caller.acting(actor, role, () -> run(id, format, file, options, bytes -> {}));
                } finally {
                    ImportUploads.delete(file);
                }
            });
            return view(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID noted(ImportFormat format, Path file) throws IOException {
        try {
            return begin(format, file);
        } catch (IOException | RuntimeException e) {
            ImportUploads.delete(file);
            throw e;
        }
    }

    /**
     * Imports a file now.
     *
     * @param progress told the bytes that have been read
     */
    public ImportResult run(ImportFormat format, Path file, ImportOptions options, LongConsumer progress)
            throws IOException {
        UUID id = begin(format, file);
        return caller.acting(caller.actor(), Role.ADMIN, () -> run(id, format, file, options, progress));
    }

    /** Whether pictures may be fetched from the web. */
    public boolean fetchesPictures() {
        return fetch.isAllowed();
    }

    private void appear() {
        try {
            node.appear();
        } catch (SQLException e) {
            throw new Problem(ProblemType.UNAVAILABLE, "The database does not answer. Try again soon.");
        }
    }

    private UUID begin(ImportFormat format, Path file) throws IOException {
        appear(); // also after an upload, which may have taken long
        ImportJob job = new ImportJob(Identifiers.next(), node.id(), format, Files.size(file), DatabaseClock.now());
        QuarkusTransaction.requiringNew().run(() -> {
            imports.persist(job);
            audit.done(AuditAction.CREATE, ContentKind.IMPORT, job.id(), null);
        });
        return job.id();
    }

    private ImportResult run(UUID id, ImportFormat format, Path file, ImportOptions options, LongConsumer progress) {
        FetchedPictures pictures = new FetchedPictures(fetch, options.pictures(), () -> stopping);
        return new ImportRun(id, importer, imports, pictures, progress, () -> stopping, caller::carrying)
                .run(format, file, options);
    }

    @Transactional
    ImportJobView view(UUID id) {
        return imports.findByIdOptional(id).orElseThrow(Problem::notFound).view(DatabaseClock.now());
    }

    @Transactional
    List<ImportJobView> latest() {
        return imports.latest(100).stream()
                .map(job -> job.view(DatabaseClock.now()))
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
