package dev.dateline.changefeed;

import dev.dateline.change.ChangePosition;
import dev.dateline.change.ChangeRow;
import dev.dateline.change.LoggedChange;
import dev.dateline.content.ContentKind;
import dev.dateline.database.DeliveryReads;
import dev.dateline.database.OneColumn;
import dev.dateline.entitlement.CurrentEntitlement;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The change log as clients read it, from a position that they bring. */
@Singleton
public class ChangeHistoryRepository {

    /** So many changes are looked at for one page, however few of them are wanted. */
    private static final int MOST_SEEN = 5_000;

    /** The same where each must be looked at closely. */
    private static final int MOST_SEEN_BY_PARTNERS = 200;

    /** First the next changes, whichever they are, so that a rare one is not looked for in all of the log; of these what is wanted. */
    private static final String PART = """
            with places as materialized (
                select history, number from change_place where number > ? and number <= ? order by number %s),
            last as (select history, number, (select count(*) from places) as count from places order by number desc limit 1),
            seen as materialized (select * from change where number > ? and number <= (select number from last))
            select last.history, last.number, last.count, %s from last
            left join lateral (select * from seen where %s order by number limit ?) c on true
            order by c.number
            """;

    /** What is public, and has not changed again since. */
    private static final String LATEST = """
             and event <> 'WITHDRAWN' and not exists (
                select 1 from change l where l.target_id = seen.target_id and l.number > seen.number)
            """;

    private final DeliveryReads reads;
    private final CurrentEntitlement entitlements;

    ChangeHistoryRepository(DeliveryReads reads, CurrentEntitlement entitlements) {
        this.reads = reads;
        this.entitlements = entitlements;
    }

    /**
     * Some changes.
     *
     * @param reached where the next ones begin
     * @param isEnd whether there are no more by now
     */
    record Part(List<LoggedChange> changes, ChangePosition reached, boolean isEnd) {

        /** The first so many of it, as a part. */
        Part first(int count) {
            return count >= changes.size()
                    ? this
                    : new Part(changes.subList(0, count), changes.get(count - 1).position(), false);
        }
    }

    /** Where the log ends. */
    ChangePosition end() {
        return reads.read(session -> session.doReturningWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "select history, number from change_place order by number desc" + DeliveryReads.ONE);
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
        return read(since, connection -> part(connection, since, Long.MAX_VALUE, "", selection, count));
    }

    /** @throws Problem {@code cursor-expired} when not all that came after a position is kept */
    public void requireKept(ChangePosition since) {
        read(since, connection -> new Part(List.of(), since, true));
    }

    private interface Reading {
        Part of(Connection connection) throws SQLException;
    }

    /** Where everything up to that position is: a replica may not have what a client was told by another node. */
    private Part read(ChangePosition kept, Reading reading) {
        try {
            return reads.read(session -> session.doReturningWork(connection -> checked(connection, kept, reading)));
        } catch (Problem expired) {
            return reads.readPrimary(
                    session -> session.doReturningWork(connection -> checked(connection, kept, reading)));
        }
    }

    /** It is checked last, because it may go while it is read. */
    private static Part checked(Connection connection, ChangePosition kept, Reading reading) throws SQLException {
        Part part = reading.of(connection);
        requireKept(connection, kept);
        return part;
    }

    /**
     * The last change of each thing that is public, in the order of these changes. What changes meanwhile is left out: it comes
     * after the end.
     *
     * @param after the number of the last one that was read, 0 before the first
     * @param end of the log when this began
     * @throws Problem {@code cursor-expired} when that is too long ago, or lost
     */
    Part latest(long after, ChangePosition end, ChangeSelection selection, int count) {
        ChangePosition from = new ChangePosition(end.history(), after);
        return read(end, connection -> part(connection, from, end.number(), LATEST, selection, count));
    }

    /** A change that was heard of otherwise, as whoever reads may hear of it, or nothing. */
    public Optional<LoggedChange> allowed(LoggedChange heard) {
        return entitlements.get() == null
                ? Optional.of(heard)
                : allowed(List.of(heard)).stream().findFirst();
    }

    /** Whether whoever reads may have heard of a thing. */
    public boolean knows(UUID target) {
        return reads.readPrimary(session -> OneColumn.query(
                        session,
                        "select exists (select 1 from change c where c.target_id = :target) as known",
                        "known",
                        Boolean.class)
                .setParameter("target", target)
                .getSingleResult());
    }

    /** The same of several; those that they may not hear of are left out. */
    List<LoggedChange> allowed(List<LoggedChange> heard) {
        Object[] numbers = heard.stream().map(one -> one.position().number()).toArray();
        return reads.readPrimary(session -> session.doReturningWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select " + ChangeRow.COLUMNS + " from change c where c.number = any (?) order by c.number")) {
                query.setArray(1, connection.createArrayOf("bigint", numbers));
                List<LoggedChange> found = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add(ChangeRow.read(rows, 0));
                    }
                }
                return found;
            }
        }));
    }

    private Part part(
            Connection connection, ChangePosition after, long upTo, String which, ChangeSelection selection, int count)
            throws SQLException {
        int most = entitlements.get() == null ? MOST_SEEN : MOST_SEEN_BY_PARTNERS;
        try (PreparedStatement query = connection.prepareStatement(
                PART.formatted(DeliveryReads.limit(most), ChangeRow.COLUMNS, conditions(selection) + which))) {
            query.setLong(1, after.number());
            query.setLong(2, upTo);
            query.setLong(3, after.number());
            int next = bind(connection, query, 4, selection);
            query.setInt(next, count + 1);
            List<LoggedChange> found = new ArrayList<>();
            ChangePosition seenTo = after;
            boolean isEnd = true;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    seenTo = position(rows);
                    isEnd = rows.getInt(3) < most;
                    if (rows.getString(4) != null) {
                        found.add(ChangeRow.read(rows, 3));
                    }
                }
            }
            return part(found, count, seenTo, isEnd);
        }
    }

    private static Part part(List<LoggedChange> found, int count, ChangePosition seenTo, boolean isEnd) {
        return new Part(found, seenTo, isEnd).first(count);
    }

    private static void requireKept(Connection connection, ChangePosition since) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select (select number from change_compaction) <= ?"
                + " and ? <= (select coalesce(max(number), 0) from change_place where history = ?)")) {
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

    private static String conditions(ChangeSelection selection) {
        int scopes = selection.touching().size();
        return "(? or kind = any (?))"
                + (selection.groups().isEmpty() ? "" : " and groups && ?")
                + (scopes == 0
                        ? ""
                        : " and (reason is not distinct from 'LEGAL' or (true" + " and groups && ?".repeat(scopes)
                                + "))");
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
        if (!selection.groups().isEmpty()) {
            query.setArray(
                    next++, connection.createArrayOf("text", selection.groups().toArray()));
        }
        for (Set<String> groups : selection.touching()) {
            query.setArray(next++, connection.createArrayOf("text", groups.toArray()));
        }
        return next;
    }
}
