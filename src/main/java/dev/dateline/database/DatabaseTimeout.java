package dev.dateline.database;

import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * How long the database waits, written so that PostgreSQL and this program read the same.
 *
 * @param text such as {@code 15s} or {@code 500ms}, as PostgreSQL takes it
 */
public record DatabaseTimeout(String text) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,5}m?s");

    /** @throws IllegalArgumentException when it is not a number of seconds or milliseconds */
    public DatabaseTimeout {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Expected a time such as 15s or 500ms, got \"" + text + "\"");
        }
    }

    public Duration duration() {
        String number = text.replaceAll("m?s", "");
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(number))
                : Duration.ofSeconds(Long.parseLong(number));
    }

    /** As the configuration has it. */
    public static final class Reader implements Converter<DatabaseTimeout> {

        @Override
        public DatabaseTimeout convert(String text) {
            return new DatabaseTimeout(text);
        }
    }
}
