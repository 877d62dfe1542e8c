package dev.dateline.media;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.background.ServingProgram;
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
    private final RenditionFolder renditions;
    private final BackgroundLoop loop = new BackgroundLoop("media-sweep", PAUSE, this::sweep);

    MediaSweep(MediaStore store, ImageRepository images, RenditionFolder renditions) {
        this.store = store;
        this.images = images;
        this.renditions = renditions;
    }

    /** Not in a program that serves nobody, as an import from the command line. */
    void start(@Observes StartupEvent event) {
        if (ServingProgram.isThis()) {
            loop.start();
        }
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
        store.files().tidy(before);
        for (MediaPart part : MediaPart.values()) {
            List<String> old = store.files().olderThan(part, before);
            for (int from = 0; from < old.size(); from += BATCH) {
                sweep(part, old.subList(from, Math.min(old.size(), from + BATCH)), before);
            }
        }
    }

    private void sweep(MediaPart part, List<String> digests, Instant before) {
        Set<String> orphans = new HashSet<>(digests);
        orphans.removeAll(known(digests));
        for (String orphan : orphans) {
            try {
                store.files().deleteOld(part, orphan, before, () -> isKnown(orphan));
                renditions.forget(orphan);
            } catch (IOException e) {
                LOG.warnf("%s/%s cannot be deleted: %s", part.folder(), orphan, e.getMessage());
            }
        }
        if (!orphans.isEmpty()) {
            LOG.infof("There were %d files that no picture names", orphans.size());
        }
    }

    private Set<String> known(List<String> digests) {
        return QuarkusTransaction.requiringNew().call(() -> images.known(digests));
    }

    private boolean isKnown(String digest) {
        return !known(List.of(digest)).isEmpty();
    }
}
