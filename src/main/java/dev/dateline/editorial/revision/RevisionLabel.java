package dev.dateline.editorial.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which revision it is, who made it, and why.
 *
 * @param number counts from 1 for each thing
 * @param by the id of who made it
 */
public record RevisionLabel(
        long number, String by, Instant at, @Nullable String note) {}
