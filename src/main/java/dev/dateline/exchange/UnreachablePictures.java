package dev.dateline.exchange;

import dev.dateline.problem.Problem;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What could not be fetched in an import is not asked for again in it; a host that fails again and again is left alone. */
final class UnreachablePictures {

    private static final int MOST_FAILURES = 5;
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();

    /** @throws Problem for what is not asked for */
    void check(String address) {
        String reason = reasons.get(address);
        if (reason != null) {
            throw Problem.conflict(reason);
        }
        if (failures.getOrDefault(host(address), 0) >= MOST_FAILURES) {
            throw Problem.conflict("its host has failed " + MOST_FAILURES + " times in a row, and is asked no more");
        }
    }

    void answered(String address) {
        failures.remove(host(address));
    }

    /** @param isOfTheHost whether nothing came from there at all, so that others of it will hardly come */
    void failed(String address, String reason, boolean isOfTheHost) {
        boolean isNew = reasons.size() < MOST_REMEMBERED && reasons.putIfAbsent(address, reason) == null;
        if (!isOfTheHost) {
            answered(address);
        } else if (isNew) {
            failures.merge(host(address), 1, Integer::sum);
        }
    }

    private static String host(String address) {
        try {
            return String.valueOf(URI.create(address).getHost());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
