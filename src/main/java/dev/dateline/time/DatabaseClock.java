package dev.dateline.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * The time by the database's clock, which all nodes share: embargoes, schedules, windows and expiry follow it, whatever the
 * clock of a node shows. It is a static method, as {@link Instant#now} is, because there is one time. Until the database has
 * told its own, it is that of this computer; while the database is away, it goes on.
 *
 * <p>Traps: the clock of whoever issues tokens (OpenID Connect) is compared with that of this computer, and so are the times
 * of files and of the log. After a suspend of the whole computer it is behind until the database is asked again, a second
 * later.
 */
public final class DatabaseClock {

    private static final Duration TOO_FAR = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);
    private static final ClockEstimate ESTIMATE = new ClockEstimate();

    private static boolean isWarned;

    private DatabaseClock() {}

    /** In whole milliseconds, which is what people read and what PostgreSQL keeps exactly. */
    public static Instant now() {
        return exactly().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant exactly() {
        return Objects.requireNonNullElseGet(ESTIMATE.at(System.nanoTime()), Instant::now);
    }

    /**
     * Notes what the database says.
     *
     * @param asked when it was asked, by {@link System#nanoTime}
     */
    public static synchronized void hear(long asked, Instant told) {
        ESTIMATE.hear(asked, told, System.nanoTime());
        Duration ahead = ahead();
        boolean isFar = isFar(ahead);
        if (isFar && !isWarned) {
            LOG.warnf(
                    "The clock of this computer is %s ms %s that of the database. Dateline goes by the database's; set this one,"
                            + " because tokens and the log go by it.",
                    ahead.abs().toMillis(), ahead.isNegative() ? "behind" : "ahead of");
        } else if (!isFar && isWarned) {
            LOG.info("The clock of this computer agrees with that of the database again");
        }
        isWarned = isFar;
    }

    /** By how much the clock of this computer is ahead of the database's; negative when it is behind. */
    public static Duration ahead() {
        return Duration.between(exactly(), Instant.now());
    }

    /** Whether that is more than two clocks that are set may differ: two seconds. */
    public static boolean isFar(Duration ahead) {
        return ahead.abs().compareTo(TOO_FAR) > 0;
    }
}
