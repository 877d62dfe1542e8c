package dev.dateline.search;

import java.util.List;

/**
 * What was found.
 *
 * @param count how many there are in all
 * @param isExact false when there are at least that many
 */
record SearchHits(List<SearchHit> hits, long count, boolean isExact) {}
