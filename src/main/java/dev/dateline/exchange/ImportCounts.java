package dev.dateline.exchange;

import java.util.EnumMap;
import java.util.Map;

/** How many records ended which way. */
final class ImportCounts {

    /** How a record ended. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        SKIPPED,
        FAILED
    }

    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

    void add(Outcome outcome) {
        counts.merge(outcome, 1L, Long::sum);
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    long records() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long created() {
        return count(Outcome.CREATED);
    }

    long updated() {
        return count(Outcome.UPDATED);
    }

    long unchanged() {
        return count(Outcome.UNCHANGED);
    }

    long skipped() {
        return count(Outcome.SKIPPED);
    }

    long failed() {
        return count(Outcome.FAILED);
    }

    @Override
    public String toString() {
        return "%d records: %d created, %d updated, %d unchanged, %d skipped, %d failed"
                .formatted(records(), created(), updated(), unchanged(), skipped(), failed());
    }
}
