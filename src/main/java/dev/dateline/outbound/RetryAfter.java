package dev.dateline.outbound;

import dev.dateline.time.DatabaseClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long somebody else's server wants to be left alone: seconds, or a time (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    private RetryAfter() {}

    /** @return from now on; null when it says neither */
    public static @Nullable Long seconds(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            if (header.matches("[0-9]{1,9}")) {
                return Long.valueOf(header);
            }
            Instant at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Math.max(0, Duration.between(DatabaseClock.now(), at).toSeconds());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
