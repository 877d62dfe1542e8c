package dev.dateline.cache;

import dev.dateline.http.Parameters;

/** Where an answer came from, as {@code Cache-Status} says it (RFC 9211). */
public enum CacheStatus {
    HIT("hit"),
    /** Kept, and served although nobody can say whether it still holds. */
    STALE("hit; ttl=-1; detail=database-away"),
    MISS("fwd=uri-miss; stored"),
    /** Kept, but outdated. */
    OUTDATED("fwd=stale; stored"),
    /** Computed for another request that asked the same at the same time. */
    COLLAPSED("fwd=uri-miss; collapsed"),
    /** Computed, and not kept: there is no room for it, or what is asked for more often needs it. */
    UNKEPT("fwd=uri-miss"),
    OUTDATED_UNKEPT("fwd=stale"),
    BYPASS("fwd=bypass");

    private final String header;
    private final String label = Parameters.wireName(this);

    CacheStatus(String parameters) {
        this.header = "Dateline; " + parameters;
    }

    /** The same for an answer that is not kept. */
    public CacheStatus unkept() {
        return this == OUTDATED ? OUTDATED_UNKEPT : UNKEPT;
    }

    String header() {
        return header;
    }

    /** As a metric's label. */
    public String label() {
        return label;
    }
}
