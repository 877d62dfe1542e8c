package dev.dateline.changefeed;

import dev.dateline.change.ChangePosition;
import dev.dateline.change.ChangeRow;
import dev.dateline.change.LoggedChange;
import dev.dateline.content.ContentKind;
import dev.dateline.database.DeliveryReads;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The change log as clients read it, from a position that they bring. */
@Singleton
class ChangeHistoryRepository {

    /** So many changes are looked at for one page, however few of them are wanted. */
    private static final int MOST_SEEN = 5_000;

    private final DeliveryReads reads;

    ChangeHistoryRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /**
     * Some changes.
     *
     * @param reached where the next ones begin
     * @param isEnd whether there are no more by now
     */
    record Part(List<LoggedChange> changes, ChangePosition reached, boolean isEnd) {}

    /** Where the log ends. */
    ChangePosition end() {
        return reads.read(session -> session.doReturningWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "select history, number from change order by number desc" + DeliveryReads.ONE);
                    ResultSet rows = query.executeQuery()) {
                return rows.next() ? position(rows) : ChangePosition.BEGINNING;
            }
        }));
    }

    private static ChangePosition position(ResultSet rows) throws SQLException {
        return new ChangePosition(rows.getString(1), rows.getLong(2));
    }

    /**
     * What has changed after a position, in order, none skipped.
     *
     * @throws Problem {@code cursor-expired} when some of that is not kept any more, or the log has lost that position
     */
    Part after(ChangePosition since, ChangeSelection selection, int count) {
        return reads.read(session -> session.doReturningWork(connection -> after(connection, since, selection, count)));
    }

    private static Part after(Connection connection, ChangePosition since, ChangeSelection selection, int count)
            throws SQLException {
        requireKept(connection, since);
        String seen = "select * from change where number > ? order by number" + DeliveryReads.limit(MOST_SEEN);
        try (PreparedStatement query = connection.prepareStatement("with seen as materialized (" + seen
                + """
                ), last as (select history, number, (select count(*) from seen) as count from seen
                    order by number desc limit 1)
                select last.history, last.number, last.count, %s from last left join lateral (
                    select * from seen where %s order by number limit ?) c on true
                order by c.number
                """.formatted(ChangeRow.COLUMNS, conditions("seen", selection)))) {
            query.setLong(1, since.number());
            int next = bind(connection, query, 2, selection);
            query.setInt(next, count + 1);
            List<LoggedChange> found = new ArrayList<>();
            ChangePosition seenTo = since;
            boolean isEnd = true;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    seenTo = position(rows);
                    isEnd = rows.getInt(3) < MOST_SEEN;
                    add(found, rows, 3);
                }
            }
            return part(found, count, seenTo, isEnd);
        }
    }

    private static void add(List<LoggedChange> found, ResultSet rows, int before) throws SQLException {
        if (rows.getString(before + 1) != null) {
            found.add(ChangeRow.read(rows, before));
        }
    }

    private static Part part(List<LoggedChange> found, int count, ChangePosition seenTo, boolean isEnd) {
        if (found.size() <= count) {
            return new Part(found, seenTo, isEnd);
        }
        List<LoggedChange> first = found.subList(0, count);
        return new Part(first, first.get(count - 1).position(), false);
    }

    private static void requireKept(Connection connection, ChangePosition since) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select (select number from change_compaction) <= ?"
                + " and ? <= (select coalesce(max(number), 0) from change where history = ?)")) {
            query.setLong(1, since.number());
            query.setLong(2, since.number());
            query.setString(3, since.history());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                if (!rows.getBoolean(1)) {
                    throw new Problem(
                            ProblemType.CURSOR_EXPIRED,
                            "Ask again without since, and keep from that answer what it says of where to go on.");
                }
            }
        }
    }

    /**
     * The last change of each thing that is public, in the order of these changes. What changes meanwhile is left out: it comes
     * after the end.
     *
     * @param after the number of the last one that was read, 0 before the first
     * @param end of the log when this began
     */
    Part latest(long after, ChangePosition end, ChangeSelection selection, int count) {
        return reads.read(session -> session.doReturningWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select " + ChangeRow.COLUMNS + """
                     from change c where c.number > ? and c.number <= ? and c.event <> 'WITHDRAWN' and %s
                        and not exists (select 1 from change l where l.target_id = c.target_id and l.number > c.number)
                     order by c.number limit ?
                    """.formatted(conditions("c", selection)))) {
                query.setLong(1, after);
                query.setLong(2, end.number());
                int next = bind(connection, query, 3, selection);
                query.setInt(next, count + 1);
                List<LoggedChange> found = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        add(found, rows, 0);
                    }
                }
                return part(found, count, end, true);
            }
        }));
    }

    private static String conditions(String table, ChangeSelection selection) {
        return "(? or " + table + ".kind = any (?))"
                + (" and " + table + ".groups && ?").repeat(selection.touching().size());
    }

    private static int bind(Connection connection, PreparedStatement query, int first, ChangeSelection selection)
            throws SQLException {
        int next = first;
        Set<ContentKind> kinds = selection.kinds();
        query.setBoolean(next++, kinds.isEmpty());
        query.setArray(
                next++,
                connection.createArrayOf(
                        "text", kinds.stream().map(ContentKind::name).toArray()));
        for (Set<String> groups : selection.touching()) {
            query.setArray(next++, connection.createArrayOf("text", groups.toArray()));
        }
        return next;
    }
}
