package dev.dateline.change;

/**
 * This node has heard of all that stands in the log up to a position, and everybody on it who keeps something has been told.
 *
 * @param position what {@link ChangeListener#heard} says from now on
 */
public record Heard(ChangePosition position) {}
