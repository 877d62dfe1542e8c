package dev.dateline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void isDurableOnLoopbackOnlyAndBelongsToOne() throws SQLException {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
            assertThat(database.created()).isTrue();
            Map<String, String> settings = settings(database);
            assertThat(settings)
                    .containsEntry("fsync", "on")
                    .containsEntry("synchronous_commit", "on")
                    .containsEntry("full_page_writes", "on")
                    .containsEntry("listen_addresses", "127.0.0.1")
                    .containsEntry("unix_socket_directories", "")
                    .containsEntry("server_encoding", "UTF8");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(database.address().jdbcUrl(), EmbeddedPostgres.USER, "wrong"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("in use by another running Dateline")
                    .hasMessageContaining("dateline.database.data-dir");
        }
    }

    @Test
    void aServerThatDiesIsStartedAgainAtTheSameAddressWithItsData() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
            execute(database, "create table kept (n int); insert into kept values (42)");
            int before = EmbeddedPostgres.restarts();
            postmaster().destroyForcibly();
            await().atMost(Duration.ofSeconds(60)).until(() -> EmbeddedPostgres.restarts() == before + 1);
            assertThat(kept(database)).isEqualTo(42);
        }
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
            assertThat(database.created()).isFalse();
            assertThat(kept(database)).isEqualTo(42);
        }
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void aNumberThatAnotherProgramHasByNowIsNoServer() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
            execute(database, "create table kept (n int); insert into kept values (42)");
        }
        Files.writeString(
                folder.resolve("postgresql/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("postgresql") + "\n");
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
            assertThat(kept(database)).isEqualTo(42);
        }
    }

    private ProcessHandle postmaster() throws IOException {
        String pid =
                Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static int kept(EmbeddedPostgres database) throws SQLException {
        try (Connection connection = connect(database);
                ResultSet result = connection.createStatement().executeQuery("select n from kept")) {
            result.next();
            return result.getInt(1);
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(folder.resolve("postgresql/PG_VERSION"), "14\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("written by PostgreSQL 14");
    }

    private static Connection connect(EmbeddedPostgres database) throws SQLException {
        return DriverManager.getConnection(
                database.address().jdbcUrl(),
                EmbeddedPostgres.USER,
                database.address().password());
    }

    private static void execute(EmbeddedPostgres database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<String, String> settings(EmbeddedPostgres database) throws SQLException {
        Map<String, String> settings = new HashMap<>();
        try (Connection connection = connect(database);
                ResultSet rows = connection.createStatement().executeQuery("select name, setting from pg_settings")) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        return settings;
    }
}
