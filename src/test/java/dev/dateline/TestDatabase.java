package dev.dateline;

import dev.dateline.database.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The database of the tests: a fresh embedded one, or the empty one that {@code -Ddateline.test.jdbc-url} names (with
 * {@code .username} and {@code .password} beside it).
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres database;

    @Override
    public Map<String, String> start() {
        String configured = System.getProperty("dateline.test.jdbc-url");
        if (configured != null) {
            return settings(
                    configured,
                    System.getProperty("dateline.test.username", "dateline"),
                    System.getProperty("dateline.test.password", "dateline"));
        }
        Path folder = Path.of("target", "test-database");
        clean(folder.resolve("postgresql"));
        database = EmbeddedPostgres.start(folder.toAbsolutePath());
        return settings(
                database.address().jdbcUrl(),
                EmbeddedPostgres.USER,
                database.address().password());
    }

    private static Map<String, String> settings(String url, String user, String password) {
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", user,
                "quarkus.datasource.password", password);
    }

    /** The unpacked binaries beside the data are kept: they take seconds. */
    private static void clean(Path folder) {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                paths.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
