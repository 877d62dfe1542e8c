package dev.dateline.change;

/** {@link ChangeListener#heard} says more from now on, and everybody on this node who keeps something has been told. */
public record Heard() {}
