package dev.dateline.editorial.publishing;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ContentKind;
import dev.dateline.editorial.AdvisoryLockRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells that readers see something else when only time has passed: a callout that begins or ends, an entry of a list that does, an
 * article that partners get later than others. The
 * answers themselves know these times; clients that follow changes do not.
 */
@Singleton
class ShowTimes {

    private static final Duration TICK = Duration.ofMillis(500);

    private final ShowTimeRepository times;
    private final PartnerReleases releases;
    private final AdvisoryLockRepository locks;
    private final ChangeLog changes;
    private final BackgroundLoop loop = new BackgroundLoop("show-times", TICK, this::tick);

    ShowTimes(ShowTimeRepository times, PartnerReleases releases, AdvisoryLockRepository locks, ChangeLog changes) {
        this.locks = locks;
        this.releases = releases;
        this.times = times;
        this.changes = changes;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** @param at those that are over or null do not matter */
    void of(ContentKind kind, UUID id, Stream<@Nullable Instant> at) {
        times.replace(kind, id, at.filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    void forget(UUID id) {
        times.forget(id);
    }

    private Duration tick() {
        if (!QuarkusTransaction.requiringNew().call(times::anyIsDue)) {
            return TICK;
        }
        QuarkusTransaction.requiringNew().run(this::noteDue);
        return Duration.ZERO;
    }

    /** Nobody publishes meanwhile: what is withdrawn by then is not told as updated, and whoever writes the same times waits for no one. */
    private void noteDue() {
        locks.lock(AdvisoryLockRepository.PUBLISHING);
        times.takeDue().forEach(this::note);
    }

    private void note(ShowTimeRepository.Shown shown) {
        ContentKind kind = shown.kind();
        if (kind.equals(ContentKind.ARTICLE)) {
            releases.note(shown.id());
        } else {
            changes.note(new Change(
                    kind, shown.id(), Change.Event.UPDATED, Set.of(kind.cacheGroup(), kind.cacheGroup(shown.id()))));
        }
    }
}
