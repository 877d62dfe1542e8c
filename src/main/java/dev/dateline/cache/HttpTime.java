package dev.dateline.cache;

import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times as HTTP writes them (RFC 9110 section 5.6.7). */
final class HttpTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", java.util.Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            form("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
            form("EEE MMM ppd HH:mm:ss yyyy"));

    private record Written(long second, AsciiString text) {}

    private static volatile Written last = new Written(0, new AsciiString(""));

    private HttpTime() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

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

    /** Also in the two obsolete forms; empty when it is no such time, because a recipient must ignore that (13.1.3). */
    static Optional<Instant> read(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(form.parse(text, Instant::from));
            } catch (DateTimeParseException e) {
                // perhaps in the next form
            }
        }
        return Optional.empty();
    }
}
