package dev.dateline.database;

import dev.dateline.background.BackgroundLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.FileUtils;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL server that lives in one folder, listens on loopback only and is as durable as an installed one:
 * {@code fsync}, {@code synchronous_commit} and {@code full_page_writes} are on.
 *
 * <p>The folder belongs to one process at a time; a second one is refused. A server that an earlier, killed process left
 * running is stopped and started anew, and PostgreSQL's own crash recovery does the rest. A server that ends by itself is
 * started again at the same address.
 *
 * <p>Trap: the caller must {@link #close} it after everything that uses it has stopped. It registers no shutdown hook,
 * because hooks run side by side and would pull the database from under requests that are still being answered.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The only account, with all rights; its password is made when the folder is created. */
    public static final String USER = "dateline";

    private static final String MAJOR_VERSION = "18";

    /** In {@code postmaster.pid}. */
    private static final int PORT_LINE = 3;

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final AtomicInteger RESTARTS = new AtomicInteger();

    private final PostgresServer server;
    private final FolderLock lock;
    private final String password;
    private final int port;
    private final boolean created;
    private final BackgroundLoop loop = new BackgroundLoop("embedded-database", PAUSE_AFTER_FAILURE, this::supervise);
    private volatile boolean closed;

    private EmbeddedPostgres(PostgresServer server, FolderLock lock, String password, int port, boolean created) {
        this.server = server;
        this.lock = lock;
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
                    + ", this program brings " + MAJOR_VERSION
                    + ". Back it up with the release that wrote it, and restore that with this one.");
        }
        String password = Files.readString(folder.resolve("password")).strip();
        int port = freePort();
        EmbeddedPostgres database =
                new EmbeddedPostgres(new PostgresServer(command, cluster, port), lock, password, port, created);
        database.server.start();
        database.loop.start();
        return database;
    }

    /** Waits until the server has ended, and starts it again. */
    private Duration supervise() throws InterruptedException, ExecutionException {
        server.ended().get();
        return restart();
    }

    private synchronized Duration restart() {
        if (closed) {
            return PAUSE_AFTER_FAILURE;
        }
        LOG.error("The embedded PostgreSQL has ended by itself. It is started again.");
        server.start();
        RESTARTS.incrementAndGet();
        LOG.info("The embedded PostgreSQL runs again");
        return Duration.ZERO;
    }

    /** How often a server has ended by itself and was started again, since this program runs. */
    static int restarts() {
        return RESTARTS.get();
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where the database is, and the password of {@link #USER}. */
    public record Address(String jdbcUrl, String password) {

        private static Address at(String port, String password) {
            return new Address("jdbc:postgresql://127.0.0.1:" + port + "/postgres", password);
        }
    }

    public Address address() {
        return Address.at(Integer.toString(port), password);
    }

    /** Whether another process has that folder. */
    public static boolean isRunningIn(Path folder) {
        return Files.exists(folder) && FolderLock.isHeld(folder);
    }

    /** Of the server that another process runs in that folder. @throws DatabaseFailure when it is just starting or ending */
    public static Address addressIn(Path folder) {
        try {
            String port = Files.readAllLines(folder.resolve("postgresql/postmaster.pid"))
                    .get(PORT_LINE);
            return Address.at(
                    port.strip(), Files.readString(folder.resolve("password")).strip());
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new DatabaseFailure("The database in " + folder + " is just being started or stopped. Try again.", e);
        }
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
        loop.stop();
        try {
            server.stop();
        } finally {
            lock.close();
        }
    }
}
