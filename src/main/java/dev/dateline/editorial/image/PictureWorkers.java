package dev.dateline.editorial.image;

import com.adobe.internal.xmp.XMPMeta;
import com.drew.metadata.Metadata;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import dev.dateline.media.MediaConfig;
import dev.dateline.picture.BadPicture;
import dev.dateline.picture.PictureWorker;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.Unit;
import org.jboss.logging.Logger;

/** Starts a {@link PictureWorker} for each upload, a few at a time, and ends those that take too long. */
@Singleton
class PictureWorkers {

    private static final Logger LOG = Logger.getLogger(PictureWorkers.class);
    private static final String DAMAGED =
            "The picture is damaged, or takes too long to read. Save it anew, as a JPEG that is not progressive.";

    /** How long an upload may wait for those before it. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final MediaConfig config;
    private final Semaphore places;

    PictureWorkers(MediaConfig config) {
        this.config = config;
        this.places = new Semaphore(config.worker().processes(), true);
    }

    /**
     * Decodes a file.
     *
     * @param folder for the master and all else that the worker writes
     * @throws Problem {@code unsupported-media-type}, {@code body-too-large} or {@code invalid-input} that says what to send
     *     instead; {@code unavailable} when too many wait
     */
    DecodedPicture decode(Path file, Path folder) throws IOException, InterruptedException {
        if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new Problem(ProblemType.UNAVAILABLE, "More pictures are uploaded than can be read. Try again soon.");
        }
        try {
            return result(run(file, folder), folder);
        } finally {
            places.release();
        }
    }

    /** Without the server's environment, where its secrets are. */
    private boolean run(Path file, Path folder) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + config.worker().heap().asLongValue(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder.toAbsolutePath(),
                "-cp",
                classPath(),
                PictureWorker.class.getName(),
                file.toAbsolutePath().toString(),
                folder.toAbsolutePath().toString(),
                String.valueOf(config.maxMegapixels() * 1_000_000L));
        command.environment().clear();
        File log = folder.resolve("log").toFile();
        Process worker = command.redirectErrorStream(true).redirectOutput(log).start();
        try {
            worker.getOutputStream().close();
            return worker.waitFor(config.worker().timeout().toMillis(), TimeUnit.MILLISECONDS)
                    && worker.exitValue() == 0;
        } finally {
            worker.destroyForcibly();
        }
    }

    private static DecodedPicture result(boolean isDone, Path folder) throws IOException {
        if (!isDone) {
            LOG.warnf(
                    "A picture could not be decoded in time, or its worker broke: %s", lastLine(folder.resolve("log")));
            throw new Problem(ProblemType.INVALID_INPUT, DAMAGED);
        }
        Properties facts = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(PictureWorker.FACTS))) {
            facts.load(reader);
        }
        String reason = facts.getProperty("reason");
        if (reason != null) {
            throw new Problem(type(BadPicture.Reason.valueOf(reason)), facts.getProperty("message"));
        }
        return new DecodedPicture(folder.resolve(PictureWorker.MASTER), facts);
    }

    private static ProblemType type(BadPicture.Reason reason) {
        return switch (reason) {
            case TYPE -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case SIZE -> ProblemType.BODY_TOO_LARGE;
            case DAMAGE -> ProblemType.INVALID_INPUT;
        };
    }

    private static String lastLine(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.limit(3).collect(Collectors.joining(" | "));
        }
    }

    /** Wherever this program's own classes and those of the libraries were loaded from. */
    private static String classPath() {
        return Stream.of(PictureWorker.class, WebPImageReaderSpi.class, Unit.class, Metadata.class, XMPMeta.class)
                .map(PictureWorkers::home)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String home(Class<?> type) {
        String name = "/" + type.getName().replace('.', '/') + ".class";
        URL found = Objects.requireNonNull(type.getResource(name), name);
        String address = found.toString();
        String root =
                List.of("jar:", "!" + name, name).stream().reduce(address, (left, part) -> left.replace(part, ""));
        return Path.of(URI.create(root)).toString();
    }
}
