package dev.dateline.changefeed;

import dev.dateline.change.ChangePosition;
import dev.dateline.http.Cursor;
import dev.dateline.problem.Problem;
import java.util.UUID;

/** Positions in the change log as clients hold them. One is good for any selection: it says how far a client has read. */
final class ChangeCursor {

    private static final String QUERY = "changes";
    private static final UUID NOBODY = new UUID(0, 0);

    private ChangeCursor() {}

    static String encode(ChangePosition position) {
        return new Cursor(position.number() + " " + position.history(), NOBODY, false).encode(QUERY);
    }

    /**
     * @param parameter or header which it came in
     * @throws Problem {@code invalid-cursor}
     */
    static ChangePosition decode(String parameter, String text) {
        return position(parameter, Cursor.decode(parameter, text, QUERY));
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
            Cursor cursor = Cursor.decode("cursor", text, query(selection));
            String key = String.valueOf(cursor.key());
            int space = key.indexOf(' ');
            return new Start(
                    new Cursor(key.substring(0, space), NOBODY, false).number("cursor"),
                    position("cursor", new Cursor(key.substring(space + 1), NOBODY, false)));
        }

        private static String query(String selection) {
            return "all that is public " + selection;
        }
    }

    private static ChangePosition position(String parameter, Cursor cursor) {
        String[] parts = String.valueOf(cursor.key()).split(" ", 2);
        return new ChangePosition(
                parts.length < 2 ? "" : parts[1], new Cursor(parts[0], NOBODY, false).number(parameter));
    }
}
