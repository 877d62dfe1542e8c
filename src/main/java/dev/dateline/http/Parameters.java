package dev.dateline.http;

import dev.dateline.json.CanonicalText;
import dev.dateline.json.ForbiddenCharacters;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.time.DatabaseClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters from text and collects what is wrong with them, so that one answer names every fault. Call
 * {@link #check} when all are read.
 */
public final class Parameters {

    /** In a query a plus sign that is not encoded means a space, and people write times with one. */
    private static final Pattern PLUS = Pattern.compile(" ([0-9]{2}:[0-9]{2})$");

    private static final int MAX_LIMIT = 100;

    private final List<Fault> faults = new ArrayList<>();

    /** Reads one value; an {@link IllegalArgumentException} from the parser becomes a fault that says what was expected. */
    public <T> @Nullable T read(
            String name, @Nullable String text, String expected, Function<String, ? extends @Nullable T> parser) {
        if (text == null) {
            return null;
        }
        String canonical = CanonicalText.of(text);
        try {
            if (!canonical.isEmpty() && ForbiddenCharacters.firstIn(text) < 0) {
                return parser.apply(canonical);
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // is refused like an empty one
        }
        refuse(name, "must be " + expected);
        return null;
    }

    /** Plain text of limited length. */
    public @Nullable String text(String name, @Nullable String text, int most) {
        return read(name, text, "1 to " + most + " characters of plain text, and not only spaces", given -> {
            if (given.length() > most) {
                throw new IllegalArgumentException(name);
            }
            return given;
        });
    }

    public void refuse(String name, String detail) {
        faults.add(Fault.parameter(name, detail));
    }

    /**
     * An enum by its name in lower case with hyphens.
     *
     * @param others words that are understood as well, before this is asked
     */
    public <E extends Enum<E>> E choice(
            String name, @Nullable String text, Class<E> type, E otherwise, String... others) {
        List<String> names = Stream.concat(
                        Arrays.stream(type.getEnumConstants()).map(Parameters::wireName), Arrays.stream(others))
                .toList();
        String choice = choice(name, text, names);
        return choice == null ? otherwise : type.getEnumConstants()[names.indexOf(choice)];
    }

    /** One of these words. */
    public @Nullable String choice(String name, @Nullable String text, List<String> words) {
        return read(name, text, "one of " + String.join(", ", words), value -> {
            if (!words.contains(value)) {
                throw new IllegalArgumentException(name);
            }
            return value;
        });
    }

    /** Some of these words, with commas between them. */
    public <E extends Enum<E>> @Nullable Set<E> choices(String name, @Nullable String text, Class<E> type) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        List<String> names = all.stream().map(Parameters::wireName).toList();
        return several(name, text, "one or more of " + String.join(", ", names), word -> {
            if (!names.contains(word)) {
                throw new IllegalArgumentException(name);
            }
            return all.get(names.indexOf(word));
        });
    }

    /** One to 100 values with commas between them. */
    public <T> @Nullable Set<T> several(
            String name, @Nullable String text, String expected, Function<String, ? extends T> parser) {
        return read(name, text, expected, value -> {
            Set<T> values = new LinkedHashSet<>();
            for (String part : value.split(",", -1)) {
                values.add(parser.apply(part));
            }
            if (values.size() > MAX_LIMIT) {
                throw new IllegalArgumentException(name);
            }
            return values;
        });
    }

    /** The same; none when it is left out. */
    public <T> Set<T> severalOrNone(
            String name, @Nullable String text, String expected, Function<String, ? extends T> parser) {
        Set<T> values = several(name, text, expected, parser);
        return values == null ? Set.of() : values;
    }

    public @Nullable Boolean truth(String name, @Nullable String text) {
        String word = choice(name, text, List.of("true", "false"));
        return word == null ? null : Boolean.valueOf(word);
    }

    public static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int limit(@Nullable String text) {
        Integer limit = read("limit", text, "a whole number from 1 to " + MAX_LIMIT, value -> {
            int number = Integer.parseInt(value);
            if (number < 1 || number > MAX_LIMIT || !value.matches("[0-9]+")) {
                throw new IllegalArgumentException("limit");
            }
            return number;
        });
        return limit == null ? 20 : limit;
    }

    /** A time as in RFC 3339, or a date, which stands for its first moment in UTC. */
    public @Nullable Instant instant(String name, @Nullable String text) {
        return read(name, text, "a time such as 2026-02-14T12:00:00Z or a date such as 2026-02-14", value -> {
            Instant instant = value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(
                            PLUS.matcher(value).replaceFirst("+$1"), Instant::from);
            if (instant.isBefore(Instant.EPOCH.minus(365_000, ChronoUnit.DAYS))
                    || instant.isAfter(Instant.EPOCH.plus(2_900_000, ChronoUnit.DAYS))) {
                throw new IllegalArgumentException(name);
            }
            return instant;
        });
    }

    /** A time that is over: what is to come is nobody's business. */
    public @Nullable Instant past(String name, @Nullable String text) {
        Instant time = instant(name, text);
        if (time != null && time.isAfter(DatabaseClock.now())) {
            refuse(name, "must not be in the future");
        }
        return time;
    }

    public @Nullable Set<UUID> ids(String name, @Nullable String text) {
        return several(name, text, "one to " + MAX_LIMIT + " UUIDs with commas between them", Parameters::uuid);
    }

    /** The canonical form only; {@link UUID#fromString} alone accepts shorter ones. */
    public static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not a UUID");
        }
        return uuid;
    }

    /** The UUID that a text is, if it is one. */
    public static Stream<UUID> uuids(String text) {
        try {
            return Stream.of(uuid(text));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /** @throws Problem {@code not-found}, when it is not a UUID: there is nothing at such an address */
    public static UUID pathId(String text) {
        try {
            return uuid(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }

    /** @throws Problem {@code invalid-parameter}, when anything was wrong */
    public void check() {
        if (!faults.isEmpty()) {
            throw Problem.parameter(faults);
        }
    }
}
