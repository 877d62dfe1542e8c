package dev.dateline.editorial;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Where ids and times come from. */
public final class Identifiers {

    private Identifiers() {}

    /** A UUIDv7 (RFC 9562): in the order of creation, so that indexes grow at one end. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** Milliseconds are what people read and what PostgreSQL keeps exactly. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
