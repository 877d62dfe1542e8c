package dev.dateline.media;

import dev.dateline.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Throws away what an upload left that never came to its end: files of a day ago that no picture names. */
@Singleton
class MediaSweep {

    private static final Logger LOG = Logger.getLogger(MediaSweep.class);
    private static final Duration PAUSE = Duration.ofHours(6);
    private static final Duration AGE = Duration.ofDays(1);
    private static final int BATCH = 1_000;

    private final MediaStore store;
    private final ImageRepository images;
    private final BackgroundLoop loop = new BackgroundLoop("media-sweep", PAUSE, this::sweep);

    MediaSweep(MediaStore store, ImageRepository images) {
        this.store = store;
        this.images = images;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Duration sweep() throws IOException {
        sweep(Instant.now().minus(AGE));
        return PAUSE;
    }

    void sweep(Instant before) throws IOException {
        store.forgetUnfinished(before);
        for (MediaPart part : MediaPart.values()) {
            List<String> old = store.olderThan(part, before);
            for (int from = 0; from < old.size(); from += BATCH) {
                sweep(part, old.subList(from, Math.min(old.size(), from + BATCH)));
            }
        }
    }

    private void sweep(MediaPart part, List<String> digests) throws IOException {
        Set<String> orphans = new HashSet<>(digests);
        orphans.removeAll(QuarkusTransaction.requiringNew().call(() -> images.known(digests)));
        for (String orphan : orphans) {
            store.delete(part, orphan);
        }
        if (!orphans.isEmpty()) {
            LOG.infof("%d files that no picture names were deleted", orphans.size());
        }
    }
}
