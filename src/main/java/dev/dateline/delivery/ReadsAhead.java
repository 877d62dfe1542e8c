package dev.dateline.delivery;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.cache.CacheConfig;
import dev.dateline.cache.CacheGroupVersions;
import dev.dateline.cache.ResponseCache;
import dev.dateline.change.ChangeListener;
import dev.dateline.change.Changed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Reads again what a change has outdated, before readers ask for it once more: the first of them need not wait, and when the
 * database goes away, what was changed just before is in memory. What nobody has asked for since it was read is not read
 * again; so this asks the database at most as often as the readers do.
 *
 * <p>It asks one thing at a time, and what it is answered is what the cache keeps.
 */
@Singleton
class ReadsAhead {

    /** Also what is outdated by the time alone is noticed then. */
    private static final Duration REST = Duration.ofSeconds(1);

    /** This node hears of its own change twice: at the commit, and a moment later in the log. */
    private static final Duration SETTLING = Duration.ofMillis(50);

    /** Then it is looked anew what there is to do. */
    private static final int MOST_AT_A_TIME = 100;

    private final ResponseCache cache;
    private final CacheGroupVersions versions;
    private final ChangeListener changes;
    private final ReadLimiters limiters;
    private final OwnReads reads;
    private final boolean isWanted;
    private final BackgroundLoop loop = new BackgroundLoop("reads-ahead", REST, this::readAll);

    ReadsAhead(
            ResponseCache cache,
            CacheGroupVersions versions,
            ChangeListener changes,
            ReadLimiters limiters,
            OwnReads reads,
            CacheConfig config) {
        this.cache = cache;
        this.versions = versions;
        this.changes = changes;
        this.limiters = limiters;
        this.reads = reads;
        this.isWanted = config.readsAhead() && !cache.isOff() && reads.arePossible();
    }

    void start(@Observes StartupEvent event) {
        if (isWanted) {
            loop.start();
        }
    }

    void changed(@Observes Changed changed) {
        if (isWanted) {
            loop.wake();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Duration readAll() throws InterruptedException {
        Thread.sleep(SETTLING.toMillis());
        List<String> keys = cache.outdatedSinceAsked(versions, MOST_AT_A_TIME);
        for (String key : keys) {
            if (loop.isStopped()
                    || !changes.isAttached()
                    || limiters.of(ColdReadKind.SHORT).waiting() > 0) {
                return REST;
            }
            if (cache.forgetAsked(key)) {
                reads.read(key); // when it fails, the next reader has it read
            }
        }
        return keys.isEmpty() ? REST : Duration.ZERO;
    }
}
