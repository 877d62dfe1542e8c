package dev.dateline.cache;

import dev.dateline.time.DatabaseClock;
import io.netty.handler.codec.DateFormatter;
import io.netty.util.AsciiString;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Times as HTTP writes them (RFC 9110 section 5.6.7). */
final class HttpTime {

    private record Written(long second, AsciiString text) {}

    private static volatile Written last = new Written(0, new AsciiString(""));

    private HttpTime() {}

    /** The present second, written once a second and not for every answer. */
    static AsciiString now() {
        long second = DatabaseClock.now().toEpochMilli() / 1000;
        Written written = last;
        if (written.second() != second) {
            written = new Written(second, of(Instant.ofEpochSecond(second)));
            last = written;
        }
        return written.text();
    }

    static AsciiString of(Instant time) {
        return new AsciiString(DateFormatter.format(Date.from(time)));
    }

    /** Also in the two obsolete forms; empty when it is no such time, because a recipient must ignore that (13.1.3). */
    static Optional<Instant> read(String text) {
        return Optional.ofNullable(DateFormatter.parseHttpDate(text)).map(Date::toInstant);
    }
}
