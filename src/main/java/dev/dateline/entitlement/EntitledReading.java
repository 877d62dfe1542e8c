package dev.dateline.entitlement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;
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
                set_config('dateline.named_tags', coalesce(?::uuid[]::text, ''), true),
                set_config('dateline.named_without', coalesce(?::uuid[]::text, ''), true),
                set_config('dateline.languages', ?, true),
                set_config('dateline.licences', coalesce(?::text, ''), true),
                set_config('dateline.territory', ?, true),
                set_config('dateline.delay', ?, true)
            """;

    private EntitledReading() {}

    /** A transaction of its own, in which nothing is written. */
    public static <T> T of(StatelessSession session, Entitlement entitlement, Function<StatelessSession, T> query) {
        try {
            session.doWork(connection -> limit(connection, entitlement));
            T found = query.apply(session);
            session.doWork(EntitledReading::end);
            return found;
        } catch (RuntimeException e) {
            endAfter(e, session);
            throw e;
        }
    }

    private static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private static void endAfter(RuntimeException failure, StatelessSession session) {
        try {
            session.doWork(EntitledReading::end);
        } catch (RuntimeException e) {
            failure.addSuppressed(e); // the connection is lost, and what it was told with it
        }
    }

    private static void limit(Connection connection, Entitlement entitlement) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement settings = connection.prepareStatement(LIMIT)) {
            for (int named = 0; named <= 2; named += 2) {
                array(settings, named + 1, "uuid", entitlement.tags(), UUID::fromString);
                array(settings, named + 2, "uuid", entitlement.withoutTags(), UUID::fromString);
            }
            settings.setString(5, ranges(entitlement.languages()));
            array(settings, 6, "text", entitlement.licences(), UnaryOperator.identity());
            settings.setString(7, entitlement.territory() == null ? "" : entitlement.territory());
            settings.setString(8, entitlement.delay().toString());
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
