package dev.dateline.editorial.publishing;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.EditorialContent;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.media.ContentReference;
import dev.dateline.media.ImageLibrary;
import dev.dateline.problem.Failures;
import dev.dateline.time.DatabaseClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes pictures out of what shows them when the rights to them end, and puts them back when they are given again. Whoever publishes
 * waits for no more than some of these.
 */
@Singleton
class PictureRights {

    private static final Duration TICK = Duration.ofMillis(300);
    private static final int TOGETHER = 10;
    private static final Logger LOG = Logger.getLogger(PictureRights.class);

    private final ImageLibrary images;
    private final Publishers publishers;
    private final AdvisoryLockRepository locks;
    private final ChangeLog changes;
    private final BackgroundLoop loop = new BackgroundLoop("picture-rights", TICK, this::tick);

    PictureRights(ImageLibrary images, Publishers publishers, AdvisoryLockRepository locks, ChangeLog changes) {
        this.changes = changes;
        this.images = images;
        this.publishers = publishers;
        this.locks = locks;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Duration tick() {
        List<ContentReference> outdated = QuarkusTransaction.requiringNew().call(() -> images.outdated(TOGETHER));
        outdated.forEach(this::show);
        return outdated.isEmpty() ? TICK : Duration.ZERO;
    }

    private <C extends EditorialContent, E extends WorkingCopy<C>> void show(Publisher<C, E> publisher, UUID id) {
        publisher
                .copies()
                .forUpdate(id)
                .filter(WorkingCopy::isPublic)
                .ifPresentOrElse(copy -> show(publisher, copy), () -> images.settle(id));
    }

    private <C extends EditorialContent, E extends WorkingCopy<C>> void show(Publisher<C, E> publisher, E copy) {
        UUID id = copy.id();
        long revision = Objects.requireNonNull(copy.publishedRevision());
        C content = publisher.asPublic(id, publisher.copies().contentOf(copy, revision));
        Edition<C> edition = new Edition<>(
                publisher.copies().type().cast(images.shownAgain(id, content)),
                revision,
                false,
                Objects.requireNonNull(copy.publishedAt()),
                Objects.requireNonNull(copy.updatedForReadersAt()),
                copy.withdrawAt(),
                DatabaseClock.now());
        Set<String> touched = new HashSet<>(publisher.publish(copy, edition));
        touched.addAll(images.settle(id));
        changes.note(new Change(publisher.kind(), id, Change.Event.UPDATED, touched));
    }

    /** One that cannot be rendered is not tried for ever. */
    private void show(ContentReference shown) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                locks.lock(AdvisoryLockRepository.PUBLISHING);
                if (images.isOutdated(shown.id())) {
                    show(publishers.of(shown.kind()), shown.id());
                }
            });
        } catch (RuntimeException e) {
            if (loop.isStopped() || Failures.areUnavailability(e)) {
                throw e;
            }
            LOG.warnf(
                    e, "What shows a picture could not be rendered with the rights to it as they are: %s", shown.id());
            QuarkusTransaction.requiringNew().run(() -> images.settle(shown.id()));
        }
    }
}
