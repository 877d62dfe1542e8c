package dev.dateline.exchange;

import dev.dateline.problem.Fault;
import dev.dateline.time.DatabaseClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an item of WordPress was published. */
final class WordPressDates {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private WordPressDates() {}

    /** In UTC when the item says it so; otherwise by the site's clock, or by the feed's own date, which names its zone. */
    static @Nullable Instant of(
            WordPressElement item, Function<LocalDateTime, Optional<ZoneOffset>> clock, List<Fault> notes) {
        Optional<LocalDateTime> utc = parsed(item.text("post_date_gmt"));
        if (utc.isPresent()) {
            return utc.get().toInstant(ZoneOffset.UTC);
        }
        Optional<LocalDateTime> local = parsed(item.text("post_date"));
        if (local.isEmpty()) {
            return feedDate(item, notes);
        }
        Optional<ZoneOffset> offset = clock.apply(local.get());
        notes.add(Fault.at(
                "/publishedAt",
                "has no date in UTC there; " + item.text("post_date") + " was taken "
                        + offset.map(known -> "by the site's clock, UTC" + (known.equals(ZoneOffset.UTC) ? "" : known))
                                .orElse("for UTC, for nothing in the export tells the site's time zone")));
        return local.get().toInstant(offset.orElse(ZoneOffset.UTC));
    }

    /** When it was last changed since then, as far as it says so; what is later than now is a wrong clock's. */
    static Instant changed(
            WordPressElement item,
            Instant published,
            Function<LocalDateTime, Optional<ZoneOffset>> clock,
            List<Fault> notes) {
        Instant changed = parsed(item.text("post_modified_gmt"))
                .map(utc -> utc.toInstant(ZoneOffset.UTC))
                .or(() -> parsed(item.text("post_modified"))
                        .map(local -> local.toInstant(clock.apply(local).orElse(ZoneOffset.UTC))))
                .filter(utc -> utc.isAfter(published))
                .orElse(published);
        if (changed.isAfter(DatabaseClock.now())) {
            notes.add(Fault.at("/updatedAt", "is in the future there (" + changed + "); it is " + published + " here"));
            return published;
        }
        return changed;
    }

    /** The date as it stands there, whatever it is, to be put behind something else. */
    static String written(WordPressElement item) {
        return Stream.of("post_date_gmt", "post_date", "pubDate")
                .map(name -> item.text(name).strip())
                .filter(text -> !text.isEmpty() && !text.startsWith("0000"))
                .findFirst()
                .map(text -> ", dated " + text)
                .orElse("");
    }

    private static @Nullable Instant feedDate(WordPressElement item, List<Fault> notes) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(item.text("pubDate"), Instant::from);
        } catch (DateTimeException e) {
            notes.add(Fault.at(
                    "/publishedAt",
                    "has no date there that can be" + written(item) + "; it is published at the time of the import"));
            return null;
        }
    }

    /** A date as WordPress writes it; zeros are none. */
    static Optional<LocalDateTime> parsed(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), DATE)).filter(date -> date.getYear() > 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
