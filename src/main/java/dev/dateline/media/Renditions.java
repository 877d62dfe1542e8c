package dev.dateline.media;

import dev.dateline.picture.RenditionMaker;
import dev.dateline.picture.RenditionOrder;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Makes renditions, a few at a time, and keeps them on the disk. */
@Singleton
public class Renditions {

    private static final Logger LOG = Logger.getLogger(Renditions.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final MediaStore store;
    private final RenditionFolder kept;
    private final MediaConfig config;

    /** What the largest one takes of the heap while it is made. */
    private static final long HEAP_OF_ONE = 192L << 20;

    /** One processor is left to those who are answered from memory, and the heap must do. */
    private final Semaphore makers = new Semaphore((int) Math.max(
            1,
            Math.min(
                    Runtime.getRuntime().availableProcessors() - 1,
                    Runtime.getRuntime().maxMemory() / HEAP_OF_ONE)));

    Renditions(MediaStore store, RenditionFolder kept, MediaConfig config) {
        this.store = store;
        this.kept = kept;
        this.config = config;
    }

    /**
     * The bytes of one.
     *
     * @throws Problem {@code invalid-parameter} when it cannot be had in this width; {@code unavailable} when too many are being made, or the store is away
     */
    public byte[] of(ShownImage image, RenditionName name) throws InterruptedException {
        name.requireWidthOf(image, config);
        byte[] there = kept.find(image, name.fileName());
        if (there != null) {
            return there;
        }
        if (!makers.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new Problem(ProblemType.UNAVAILABLE, "More pictures are asked for than can be made. Try again soon.");
        }
        try {
            byte[] made = RenditionMaker.make(store.existing(MediaPart.MASTERS, image.master()), order(image, name));
            kept.put(image, name.fileName(), made);
            return made;
        } catch (IOException e) {
            LOG.errorf("A rendition of %s cannot be made: %s", image.imageId(), e.toString());
            throw new Problem(ProblemType.UNAVAILABLE, "The picture cannot be read just now. Try again soon.");
        } finally {
            makers.release();
        }
    }

    private static RenditionOrder order(ShownImage image, RenditionName name) {
        return new RenditionOrder(
                image.masterWidth(),
                image.masterHeight(),
                image.hasAlpha(),
                name.ratio(),
                image.focalX(),
                image.focalY(),
                name.width(),
                name.isWebp());
    }
}
