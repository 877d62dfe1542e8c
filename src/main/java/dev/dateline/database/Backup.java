package dev.dateline.database;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dateline.json.Json;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.postgresql.PGConnection;

/**
 * Writes all that the database holds into one file, as it is at one moment, while others go on; and reads such a file into a database
 * that holds nothing yet. Each table is what {@code COPY} writes, in a ZIP archive.
 *
 * <p>Traps: the file holds what is not published yet, so only its owner may read it. Pictures are not in it. A restored database has
 * another history than the one it was written from, so that whoever follows its changes starts anew.
 */
@Singleton
public class Backup {

    private static final String MANIFEST = "manifest.json";

    private final AgroalDataSource database;

    Backup(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * What the tables are.
     *
     * @param migrations the checksums of those that made the tables; only the same tables can take the rows
     * @param sequences where they have come to
     */
    record Manifest(
            @JsonProperty String migrations, @JsonProperty Map<String, Long> sequences) {}

    /**
     * @param file is there when it is whole
     * @throws DatabaseFailure when there is such a file already
     */
    public void write(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new DatabaseFailure("There is a file " + file + " already. Name another one.");
        }
        Path part = Files.createFile(
                Path.of(file + ".part"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (Connection connection = connect("begin isolation level repeatable read read only");
                    ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(part))) {
                write(connection, archive);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(Connection connection, ZipOutputStream archive) throws IOException, SQLException {
        BackupTables tables = new BackupTables(connection);
        archive.putNextEntry(new ZipEntry(MANIFEST));
        archive.write(Json.write(new Manifest(tables.migrations(), tables.sequences()))
                .getBytes(StandardCharsets.UTF_8));
        for (String table : tables.names()) {
            archive.putNextEntry(new ZipEntry(table));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + tables.withColumns(table) + " to stdout", (OutputStream) archive);
        }
        archive.closeEntry();
    }

    /** @throws DatabaseFailure when the database holds something, or the file was written by another version */
    public void restore(Path file) throws IOException, SQLException {
        try (Connection connection = connect("begin");
                ZipInputStream archive = new ZipInputStream(Files.newInputStream(file))) {
            BackupTables tables = new BackupTables(connection);
            if (!tables.areEmpty()) {
                throw new DatabaseFailure("The database holds something already. Restore into an empty one:"
                        + " set dateline.database.data-dir to a new folder.");
            }
            Manifest manifest = manifest(archive);
            if (!manifest.migrations().equals(tables.migrations())) {
                throw new DatabaseFailure(
                        "The file was written by another version of Dateline. Restore it with that one, and then start this one.");
            }
            read(connection, tables, archive);
            tables.continueFrom(manifest.sequences());
            execute(connection, "commit");
        }
    }

    private static Manifest manifest(ZipInputStream archive) throws IOException {
        ZipEntry first = archive.getNextEntry();
        if (first == null || !first.getName().equals(MANIFEST)) {
            throw new DatabaseFailure("The file is no back-up of Dateline.");
        }
        return Json.read(new String(archive.readAllBytes(), StandardCharsets.UTF_8), Manifest.class);
    }

    /** Without triggers: the rows have gone through them once. */
    private static void read(Connection connection, BackupTables tables, ZipInputStream archive)
            throws IOException, SQLException {
        List<String> names = tables.names();
        execute(connection, "set local session_replication_role = replica");
        execute(connection, "truncate " + String.join(", ", names));
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            if (!names.contains(entry.getName())) {
                throw new DatabaseFailure("The file is no back-up of Dateline: it has " + entry.getName());
            }
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + tables.withColumns(entry.getName()) + " from stdin",
                            CloseShieldInputStream.wrap(archive));
        }
    }

    private Connection connect(String begin) throws SQLException {
        Connection connection = database.getConnection();
        try {
            execute(connection, begin);
            execute(connection, "set local idle_in_transaction_session_timeout = 0");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
