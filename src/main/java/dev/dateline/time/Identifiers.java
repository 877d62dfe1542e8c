package dev.dateline.time;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;

/** Where ids come from. */
public final class Identifiers {

    private static final InstantSource TIME = DatabaseClock::now;
    private static final TimeOrderedEpochFactory FACTORY = new TimeOrderedEpochFactory(TIME.withZone(ZoneOffset.UTC));

    private Identifiers() {}

    /** A UUIDv7 (RFC 9562): in the order of creation on all nodes, so that indexes grow at one end. */
    public static UUID next() {
        return FACTORY.create();
    }
}
