package dev.dateline.change;

/**
 * A place in the change log.
 *
 * @param history of which history of the database: a standby that takes over begins another, in which numbers may come again
 * @param number of the last change that was read, 0 before the first
 */
public record ChangePosition(String history, long number) {

    public static final ChangePosition BEGINNING = new ChangePosition("", 0);

    /** Whether something that was read up to an earlier place may be missing from the log now. */
    boolean isBehind(ChangePosition earlier) {
        return !history.equals(earlier.history) || number < earlier.number;
    }
}
