package dev.dateline.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * A real PostgreSQL server that lives in one folder, listens on loopback only and is as durable as an installed one:
 * {@code fsync}, {@code synchronous_commit} and {@code full_page_writes} are on.
 *
 * <p>The folder belongs to one process at a time; a second one is refused. A server that an earlier, killed process left
 * running is stopped and started anew, and PostgreSQL's own crash recovery does the rest.
 *
 * <p>Trap: the caller must {@link #close} it after everything that uses it has stopped. It registers no shutdown hook,
 * because hooks run side by side and would pull the database from under requests that are still being answered.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The only account, with all rights; its password is made when the folder is created. */
    public static final String USER = "dateline";

    private static final String MAJOR_VERSION = "18";

    private final PostgresCommand command;
    private final FolderLock lock;
    private final Path cluster;
    private final String password;
    private final int port;
    private final boolean created;
    private boolean closed;

    private EmbeddedPostgres(
            PostgresCommand command, FolderLock lock, Path cluster, String password, int port, boolean created) {
        this.command = command;
        this.lock = lock;
        this.cluster = cluster;
        this.password = password;
        this.port = port;
        this.created = created;
    }

    /**
     * Starts the server, creating the database in an empty or missing folder.
     *
     * @param folder everything is kept in it: the lock, the binaries, the data and the server's log
     * @throws DatabaseFailure when another instance holds the folder, the data is of another major version, or the
     *     server does not start; the message says what to do
     */
    public static EmbeddedPostgres start(Path folder) {
        FolderLock lock = FolderLock.take(folder);
        try {
            return start(folder, lock);
        } catch (IOException e) {
            lock.close();
            throw new DatabaseFailure("Cannot use the database folder " + folder + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path folder, FolderLock lock) throws IOException {
        Path cluster = folder.resolve("postgresql");
        PostgresCommand command =
                new PostgresCommand(PostgresBinaries.unpack(folder), folder.resolve("postgresql.log"));
        boolean created = !Files.exists(cluster.resolve("PG_VERSION"));
        if (created) {
            create(command, folder, cluster);
        }
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new DatabaseFailure("The data in " + cluster + " was written by PostgreSQL " + version
                    + ", this program brings " + MAJOR_VERSION + ". Move it with pg_dump and pg_restore.");
        }
        if (Files.exists(cluster.resolve("postmaster.pid"))) {
            command.stopIfRunning(cluster);
        }
        String password = Files.readString(folder.resolve("password")).strip();
        int port = freePort();
        command.run("pg_ctl", start(command, cluster, port));
        return new EmbeddedPostgres(command, lock, cluster, password, port, created);
    }

    /** Built beside its final place and moved there when whole, so that a kill in between leaves nothing half-made. */
    private static void create(PostgresCommand command, Path folder, Path cluster) throws IOException {
        Path unfinished = folder.resolve("postgresql.unfinished");
        FileUtils.deleteDirectory(unfinished.toFile());
        Path passwordFile = folder.resolve("password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.writeString(passwordFile, HexFormat.of().formatHex(secret));
        command.run(
                "initdb",
                List.of(
                        "--pgdata=" + unfinished,
                        "--username=" + USER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8"));
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> start(PostgresCommand command, Path cluster, int port) {
        String settings = String.join(
                " ",
                "-c listen_addresses=127.0.0.1",
                "-c port=" + port,
                "-c unix_socket_directories=",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c full_page_writes=on",
                "-c jit=off",
                "-c log_min_messages=warning",
                "-c log_checkpoints=off",
                "-c shared_buffers=256MB",
                "-c max_wal_size=2GB",
                "-c timezone=UTC");
        return List.of(
                "start",
                "--pgdata=" + cluster,
                "--options=" + settings,
                "--log=" + command.log(),
                "--wait",
                "-t",
                "300");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The address of the database, without the credentials. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String password() {
        return password;
    }

    /** Whether this start found no database and made one. */
    public boolean created() {
        return created;
    }

    /** Stops the server, cutting off whoever is still connected, and gives the folder free. A second caller waits for it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            command.stopIfRunning(cluster);
        } finally {
            lock.close();
        }
    }
}
