package dev.dateline.callout;

import dev.dateline.json.JsonText;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Callouts that are public, each to be shown in its own time.
 *
 * @param firstWithdrawal when the first of them ceases to be public, or null
 */
public record CalloutWindows(List<Window> windows, @Nullable Instant firstWithdrawal) {

    public static final CalloutWindows NONE = new CalloutWindows(List.of(), null);

    /** A callout and when it is shown. */
    record Window(
            CalloutView callout,
            @Nullable Instant from,
            @Nullable Instant until) {

        private boolean isOpen(Instant now) {
            return (from == null || !from.isAfter(now)) && (until == null || until.isAfter(now));
        }
    }

    /** Those to show now, in the order of their ids. */
    public List<JsonText> open(@Nullable String placement, Instant now) {
        return windows.stream()
                .filter(window -> window.isOpen(now))
                .filter(window ->
                        placement == null || placement.equals(window.callout().placement()))
                .map(window -> JsonText.of(window.callout()))
                .toList();
    }

    /** The next time at which a window opens or closes, or null. */
    public @Nullable Instant nextSwitch(Instant now) {
        return windows.stream()
                .flatMap(window -> Stream.concat(Stream.ofNullable(window.from()), Stream.ofNullable(window.until())))
                .filter(time -> time.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
