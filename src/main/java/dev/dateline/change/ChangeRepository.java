package dev.dateline.change;

import dev.dateline.content.ContentKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Every query about the change log. */
@ApplicationScoped
class ChangeRepository {

    static final String CHANNEL = "dateline_change";

    /**
     * A reading of the log.
     *
     * @param snapshot what the reading could see; the next one starts there
     */
    record Reading(String snapshot, List<Change> changes) {

        Set<String> groups() {
            return Change.groups(changes);
        }

        /** Whether it saw less than an earlier one did: a standby that took over had not received everything. */
        boolean precedes(@Nullable String earlier) {
            return earlier != null && next(snapshot) < next(earlier);
        }

        /** The first transaction that had not begun, the second part of {@code xmin:xmax:xip_list}. */
        private static long next(String snapshot) {
            return Long.parseLong(snapshot.split(":", -1)[1]);
        }
    }

    private final DataSource database;

    ChangeRepository(DataSource database) {
        this.database = database;
    }

    /** Writes changes in the present transaction, and wakes the listeners when that commits. */
    void append(List<Change> changes) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        with written as (
                            insert into change (kind, target_id, event, groups)
                            select * from unnest(?::text[], ?::uuid[], ?::text[], ?::text[]) returning 1)
                        select pg_notify(?, '') from (select count(*) from written) counted
                        """)) {
            insert.setArray(
                    1, texts(connection, changes, change -> change.kind().name()));
            insert.setArray(
                    2, texts(connection, changes, change -> change.target().toString()));
            insert.setArray(
                    3, texts(connection, changes, change -> change.event().name()));
            insert.setArray(4, texts(connection, changes, change -> String.join(" ", change.groups())));
            insert.setString(5, CHANNEL);
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The change log cannot be written", e);
        }
    }

    private static Array texts(Connection connection, List<Change> changes, Function<Change, String> field)
            throws SQLException {
        return connection.createArrayOf("text", changes.stream().map(field).toArray());
    }

    /**
     * All changes that have become visible since a snapshot, each once and none skipped: a transaction may
     * commit long after others that wrote later, so neither its time nor its number in the log says whether it was seen.
     *
     * @param since null to start from now
     */
    static Reading read(Connection connection, @Nullable String since) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                with present as (select pg_current_snapshot() as snapshot)
                select present.snapshot::text, change.kind, change.target_id, change.event, change.groups
                from present left join change
                    on change.transaction >= pg_snapshot_xmin(?::pg_snapshot)
                    and not pg_visible_in_snapshot(change.transaction, ?::pg_snapshot)
                order by change.number
                """)) {
            query.setString(1, since);
            query.setString(2, since);
            try (ResultSet rows = query.executeQuery()) {
                String snapshot = "";
                List<Change> changes = new ArrayList<>();
                while (rows.next()) {
                    snapshot = rows.getString(1);
                    if (rows.getString(2) != null) {
                        changes.add(new Change(
                                ContentKind.named(rows.getString(2)),
                                rows.getObject(3, UUID.class),
                                Change.Event.valueOf(rows.getString(4)),
                                new LinkedHashSet<>(List.of(rows.getString(5).split(" ")))));
                    }
                }
                return new Reading(snapshot, changes);
            }
        }
    }
}
