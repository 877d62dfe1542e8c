package dev.dateline.entitlement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Has a connection see what a partner may have and nothing else: for one transaction the names of what is public lead to views
 * in the schema {@code entitled}. So no query needs to know of it, and none can forget it.
 */
public final class EntitledReading {

    private static final String LIMIT = """
            select set_config('search_path', 'entitled, ' || current_setting('search_path'), true),
                set_config('dateline.tags', coalesce(tags_and_below(?)::text, ''), true),
                set_config('dateline.without_tags', coalesce(tags_and_below(?)::text, ''), true),
                set_config('dateline.languages', ?, true),
                set_config('dateline.licences', coalesce(?::text, ''), true),
                set_config('dateline.territory', ?, true),
                set_config('dateline.delay', ?, true)
            """;

    private EntitledReading() {}

    /** A transaction of its own, in which nothing is written. */
    public static <T> T of(Connection connection, Entitlement entitlement, Function<Connection, T> query)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            limit(connection, entitlement);
            return query.apply(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void limit(Connection connection, Entitlement entitlement) throws SQLException {
        try (PreparedStatement settings = connection.prepareStatement(LIMIT)) {
            array(settings, 1, "uuid", entitlement.tags(), UUID::fromString);
            array(settings, 2, "uuid", entitlement.withoutTags(), UUID::fromString);
            settings.setString(3, ranges(entitlement.languages()));
            array(settings, 4, "text", entitlement.licences(), UnaryOperator.identity());
            settings.setString(5, entitlement.territory() == null ? "" : entitlement.territory());
            settings.setString(6, entitlement.delay().toString());
            settings.execute();
        }
    }

    private static void array(
            PreparedStatement settings, int at, String type, List<String> words, Function<String, ?> read)
            throws SQLException {
        @Nullable
        Object array = words.isEmpty()
                ? null
                : settings.getConnection()
                        .createArrayOf(type, words.stream().map(read).toArray());
        settings.setObject(at, array, Types.ARRAY);
    }

    /** What languages in these ranges look like (RFC 4647, section 3.3.1), as a regular expression; empty for all. */
    private static String ranges(List<String> languages) {
        return languages.isEmpty() ? "" : "^(" + String.join("|", languages) + ")(-|$)";
    }
}
