package dev.dateline.delivery;

import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times as HTTP writes them (RFC 9110 section 5.6.7). */
final class HttpTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", java.util.Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private record Written(long second, AsciiString text) {}

    private static volatile Written last = new Written(0, new AsciiString(""));

    private HttpTime() {}

    /** The present second, written once a second and not for every answer. */
    static AsciiString now() {
        long second = System.currentTimeMillis() / 1000;
        Written written = last;
        if (written.second() != second) {
            written = new Written(second, new AsciiString(FORMAT.format(Instant.ofEpochSecond(second))));
            last = written;
        }
        return written.text();
    }

    static AsciiString of(Instant time) {
        return new AsciiString(FORMAT.format(time));
    }

    /** Empty when it is no such time; a recipient must ignore what is not (section 13.1.3). */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
