package dev.dateline.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What there is to back up, as the database itself says it: so a new table is in the next back-up. */
final class BackupTables {

    private static final String MIGRATIONS = "flyway_schema_history";

    private final Connection connection;

    BackupTables(Connection connection) {
        this.connection = connection;
    }

    List<String> names() throws SQLException {
        return texts("select relname::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                + " and relname <> '" + MIGRATIONS + "' order by 1");
    }

    /** A table, and those of its columns that are stored and not reckoned. */
    String withColumns(String table) throws SQLException {
        return texts("select format('public.%I (%s)', table_name, string_agg(quote_ident(column_name), ', '"
                        + " order by ordinal_position)) from information_schema.columns"
                        + " where table_schema = 'public' and is_generated = 'NEVER' and table_name = '" + table
                        + "' group by table_name")
                .get(0);
    }

    String migrations() throws SQLException {
        return texts("select coalesce(string_agg(checksum::text, ' ' order by installed_rank), '') from " + MIGRATIONS)
                .get(0);
    }

    /** Whatever anybody does leaves a trace in one of these. */
    boolean areEmpty() throws SQLException {
        return texts("select 1::text where exists (select 1 from audit_entry) or exists (select 1 from change)")
                .isEmpty();
    }

    private List<String> texts(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** The last value of each sequence that has given one. */
    Map<String, Long> sequences() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select sequencename, last_value"
                        + " from pg_sequences where schemaname = 'public' and last_value is not null");
                ResultSet rows = statement.executeQuery()) {
            Map<String, Long> sequences = new TreeMap<>();
            while (rows.next()) {
                sequences.put(rows.getString(1), rows.getLong(2));
            }
            return sequences;
        }
    }

    void continueFrom(Map<String, Long> sequences) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
                statement.setString(1, "public." + sequence.getKey());
                statement.setLong(2, sequence.getValue());
                statement.execute();
            }
        }
    }
}
