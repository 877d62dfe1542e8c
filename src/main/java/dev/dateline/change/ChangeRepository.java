package dev.dateline.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Every query of those who write and follow the change log. */
@ApplicationScoped
public class ChangeRepository {

    static final String CHANNEL = "dateline_change";

    /** So many changes are read at once. */
    static final int MOST = 1_000;

    /**
     * A reading of the log.
     *
     * @param position where the next one starts
     */
    public record Reading(ChangePosition position, List<LoggedChange> changes) {

        public boolean isFull() {
            return changes.size() == MOST;
        }
    }

    private final DataSource database;
    private final Session session;

    ChangeRepository(DataSource database, Session session) {
        this.database = database;
        this.session = session;
    }

    /**
     * Writes changes in the present transaction, and wakes the listeners when that commits. All else is written first: whoever
     * writes here holds up the others, and must not wait for any of them.
     */
    void append(List<Change> changes) {
        session.flush();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        with written as (
                            insert into change (history, kind, target_id, event, reason, groups)
                            select (select database_history()), kind, target, event, reason, string_to_array(groups, ' ')
                            from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                                as changed (kind, target, event, reason, groups)
                            returning 1)
                        select pg_notify(?, '') from (select count(*) from written) counted
                        """)) {
            insert.setArray(
                    1, texts(connection, changes, change -> change.kind().name()));
            insert.setArray(
                    2, texts(connection, changes, change -> change.target().toString()));
            insert.setArray(
                    3, texts(connection, changes, change -> change.event().name()));
            insert.setArray(4, texts(connection, changes, ChangeRepository::reason));
            insert.setArray(5, texts(connection, changes, change -> String.join(" ", change.groups())));
            insert.setString(6, CHANNEL);
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The change log cannot be written", e);
        }
    }

    private static @Nullable String reason(Change change) {
        return change.reason() == null ? null : change.reason().name();
    }

    private static Array texts(Connection connection, List<Change> changes, Function<Change, @Nullable String> field)
            throws SQLException {
        return connection.createArrayOf("text", changes.stream().map(field).toArray());
    }

    /** Where the log ends, for the present transaction. */
    public ChangePosition end() {
        return session.doReturningWork(ChangeRepository::end);
    }

    /** The changes after a position, up to a thousand, each once and none skipped. */
    public Reading after(ChangePosition position) {
        return session.doReturningWork(connection -> after(connection, position));
    }

    /** Whether every change after a position is kept, and not only the last one of each thing. */
    public boolean isKept(ChangePosition position) {
        return session.createNativeQuery("select number <= :number as kept from change_compaction", Boolean.class)
                .addScalar("kept", Boolean.class)
                .setParameter("number", position.number())
                .getSingleResult();
    }

    /** The change at a position, unless the log keeps it no more. */
    public Optional<LoggedChange> at(ChangePosition position) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select " + ChangeRow.COLUMNS + " from change c where c.history = ? and c.number = ?")) {
                query.setString(1, position.history());
                query.setLong(2, position.number());
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(ChangeRow.read(rows, 0)) : Optional.empty();
                }
            }
        });
    }

    private static ChangePosition last(List<LoggedChange> changes, ChangePosition end) {
        return new ChangePosition(
                end.history(), changes.get(changes.size() - 1).position().number());
    }

    /** What the database's clock shows. */
    static Instant time(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select clock_timestamp()");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** Where the log ends. */
    static ChangePosition end(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "select database_history(), (select coalesce(max(number), 0) from change)");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return new ChangePosition(rows.getString(1), rows.getLong(2));
        }
    }

    /**
     * The changes after a position, up to {@link #MOST}, each once and none skipped. When the database has lost what came
     * before that position, those after what it still has.
     */
    static Reading after(Connection connection, ChangePosition position) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                with present as (
                    select database_history() as history, (select coalesce(max(number), 0) from change) as number),
                reached as (
                    select least(?, case when present.history = ? then present.number else
                        (select coalesce(max(number), 0) from change where history = ?) end) as number from present)
                select present.history, present.number, %s from present cross join reached
                left join lateral (
                    select * from change where change.number > reached.number and change.number <= present.number
                    order by change.number limit %d) c on true
                order by c.number
                """.formatted(ChangeRow.COLUMNS, MOST))) {
            query.setLong(1, position.number());
            query.setString(2, position.history());
            query.setString(3, position.history());
            try (ResultSet rows = query.executeQuery()) {
                List<LoggedChange> changes = new ArrayList<>();
                ChangePosition end = position;
                while (rows.next()) {
                    end = new ChangePosition(rows.getString(1), rows.getLong(2));
                    if (rows.getString(3) != null) {
                        changes.add(ChangeRow.read(rows, 2));
                    }
                }
                return new Reading(changes.size() < MOST ? end : last(changes, end), changes);
            }
        }
    }
}
