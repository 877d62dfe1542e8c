package dev.dateline.changefeed;

import dev.dateline.change.ChangePosition;
import dev.dateline.http.Cursor;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import java.util.UUID;

/** Positions in the change log as clients hold them. One is good for any selection: it says how far a client has read. */
public final class ChangeCursor {

    private static final String QUERY = "changes";
    private static final UUID NOBODY = new UUID(0, 0);

    private ChangeCursor() {}

    public static String encode(ChangePosition position) {
        return new Cursor(position.number() + " " + position.history(), NOBODY, false).encode(QUERY);
    }

    /**
     * @param fault what is told when it is none
     * @throws Problem {@code invalid-cursor}
     */
    public static ChangePosition decode(Fault fault, String text) {
        return position(fault, Cursor.decode(fault, text, QUERY));
    }

    /**
     * A place among what is public now, while the log went on from its end.
     *
     * @param after the number of the last change that was read
     */
    record Start(long after, ChangePosition end) {

        String encode(String selection) {
            return new Cursor(after + " " + end.number() + " " + end.history(), NOBODY, false).encode(query(selection));
        }

        static Start decode(String text, String selection) {
            Fault fault = Cursor.foreignIn("cursor");
            Cursor cursor = Cursor.decode(fault, text, query(selection));
            String[] parts = String.valueOf(cursor.key()).split(" ", 2);
            return new Start(
                    new Cursor(parts[0], NOBODY, false).number(fault),
                    position(fault, new Cursor(parts.length < 2 ? "" : parts[1], NOBODY, false)));
        }

        private static String query(String selection) {
            return "all that is public " + selection;
        }
    }

    private static ChangePosition position(Fault fault, Cursor cursor) {
        String[] parts = String.valueOf(cursor.key()).split(" ", 2);
        return new ChangePosition(parts.length < 2 ? "" : parts[1], new Cursor(parts[0], NOBODY, false).number(fault));
    }
}
