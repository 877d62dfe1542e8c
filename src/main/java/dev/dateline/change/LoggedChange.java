package dev.dateline.change;

import java.time.Instant;

/**
 * A change as it stands in the log.
 *
 * @param position rises in the order in which changes became visible
 * @param at by the database's clock
 */
public record LoggedChange(ChangePosition position, Instant at, Change change) {}
