import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server: the primary, or the one that follows it. */
final class Server {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final Path BIN = newest();

    final int port;
    private final Path folder;

    Server(Path work, int port) {
        this.port = port;
        this.folder = work.resolve("server-" + port);
    }

    private static Path newest() {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.sorted().reduce((older, newer) -> newer).orElseThrow().resolve("bin");
        } catch (IOException e) {
            throw new IllegalStateException("Needs Debian's package postgresql", e);
        }
    }

    void create() throws Exception {
        asPostgres("initdb", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-D", folder.toString());
        start();
    }

    /** Makes it a standby of another server; what it held before is thrown away. */
    void follow(Server primary) throws Exception {
        execute(List.of("rm", "-rf", folder.toString()));
        asPostgres("pg_basebackup", "-h", "127.0.0.1", "-p", "" + primary.port, "-U", "postgres", "-D", folder.toString(), "-R", "-c", "fast");
        start();
    }

    void start() throws Exception {
        String options = "-p " + port + " -k " + folder.getParent() + " -c listen_addresses=127.0.0.1 -c max_connections=200 -c shared_buffers=128MB";
        asPostgres("pg_ctl", "-D", folder.toString(), "-w", "-l", folder + ".log", "-o", options, "start");
    }

    /** From now on it receives nothing, and does not know it. */
    void cutOff() throws Exception {
        sql("alter system set primary_conninfo = ''");
        sql("select pg_reload_conf()");
        while (!sql("select count(*) from pg_stat_wal_receiver").equals("0")) {
            Thread.sleep(20);
        }
    }

    void promote() throws Exception {
        asPostgres("pg_ctl", "-D", folder.toString(), "-w", "promote");
    }

    /** Ends all its processes at once. */
    void kill() throws Exception {
        signal("KILL");
        ProcessHandle.of(postmaster()).ifPresent(server -> server.onExit().join());
    }

    /** Sends a signal to all its processes: STOP freezes it with its connections open, CONT goes on. */
    void signal(String signal) throws Exception {
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        List<String> line = new ArrayList<>(List.of("kill", "-" + signal, "" + server.pid()));
        server.descendants().forEach(process -> line.add("" + process.pid()));
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
    }

    void stop() throws Exception {
        asPostgres("pg_ctl", "-D", folder.toString(), "-m", "immediate", "stop");
    }

    String sql(String statement) throws Exception {
        return execute(List.of(BIN.resolve("psql").toString(), "-h", "127.0.0.1", "-p", "" + port, "-U", "postgres", "-X", "-q", "-At", "-c", statement));
    }

    private void asPostgres(String program, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(ROOT ? List.of("runuser", "-u", "postgres", "--") : List.of());
        line.add(BIN.resolve(program).toString());
        line.addAll(List.of(arguments));
        execute(line);
    }

    private static String execute(List<String> line) throws Exception {
        Path output = Files.createTempFile("chaos", ".out");
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(line + ": " + Files.readString(output));
            }
            return Files.readString(output).strip();
        } finally {
            Files.delete(output);
        }
    }
}
