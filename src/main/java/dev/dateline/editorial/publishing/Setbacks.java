package dev.dateline.editorial.publishing;

import dev.dateline.problem.Failures;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What could not be done just now, and rests before it is tried again, so that it holds up nothing else. One thread uses it.
 */
final class Setbacks {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** After this what fails for itself, and not for want of the database or a lock, is not waited for any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);

    /** @param isUnavailable whether it was told to try again, and others may fail only for want of it */
    private record Setback(Instant since, Instant until, boolean isUnavailable) {}

    private final Map<UUID, Setback> setbacks = new HashMap<>();

    /** Those that rest. What was not tried for a while has gone another way: another node has done it, or an editor. */
    Set<UUID> resting(Instant now) {
        setbacks.values()
                .removeIf(setback -> setback.until().plus(FORGOTTEN_AFTER).isBefore(now));
        return setbacks.entrySet().stream()
                .filter(one -> one.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** It was done, or given up. */
    void forget(UUID id) {
        setbacks.remove(id);
    }

    /** Whether it may do well later: for want of what is missing now, or of something else that rests. */
    boolean mayDoWellLater(UUID id, RuntimeException failure, Instant now) {
        if (Failures.arePassing(failure)) {
            return true;
        }
        Setback before = setbacks.get(id);
        boolean isPatient = before == null || now.isBefore(before.since().plus(PATIENCE));
        return isPatient && (Failures.areUnavailability(failure) || isAnotherUnavailable(id));
    }

    private boolean isAnotherUnavailable(UUID id) {
        return setbacks.entrySet().stream()
                .anyMatch(one -> !one.getKey().equals(id) && one.getValue().isUnavailable());
    }

    void note(UUID id, RuntimeException failure, Instant now) {
        Setback before = setbacks.get(id);
        Instant since = before == null ? now : before.since();
        setbacks.put(id, new Setback(since, now.plus(PAUSE), Failures.areUnavailability(failure)));
    }
}
