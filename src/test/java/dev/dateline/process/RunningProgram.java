package dev.dateline.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged program in a process of its own, to be killed and started again. */
final class RunningProgram {

    /** Of Debian's package {@code faketime}. */
    static final Path CLOCK_THAT_LIES = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    static final String KEY = "process-admin-key-0123456789";

    private final Path folder;
    private final List<String> options;
    private final Map<String, String> environment = new HashMap<>();
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;

    /** @param options the JVM's, beside those that all have */
    RunningProgram(Path folder, String... options) throws IOException {
        this.folder = folder;
        this.options = List.of(options);
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    RunningProgram with(Map<String, String> settings) {
        environment.putAll(settings);
        return this;
    }

    /**
     * Another node of the same newsroom, whose clock is wrong.
     *
     * @param off by how much, as {@code faketime} reads it
     */
    RunningProgram nodeWithClock(String off) throws IOException {
        RunningProgram node = node("clock" + off);
        node.environment.putAll(Map.of("LD_PRELOAD", CLOCK_THAT_LIES.toString(), "FAKETIME", off));
        return node;
    }

    /** Another node of the same newsroom, with the same database. */
    RunningProgram node(String name) throws IOException {
        RunningProgram node = new RunningProgram(Files.createDirectory(folder.resolve(name)));
        node.environment.putAll(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + postmaster(3) + "/postgres",
                "QUARKUS_DATASOURCE_USERNAME",
                "dateline",
                "QUARKUS_DATASOURCE_PASSWORD",
                Files.readString(folder.resolve("data/password")).strip(),
                "DATELINE_MEDIA_FOLDER",
                folder.resolve("media").toString()));
        return node;
    }

    Process launch(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        line.addAll(options);
        line.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment()
                .putAll(Map.of(
                        "DATELINE_DATABASE_DATA_DIR",
                        folder.resolve("data").toString(),
                        "DATELINE_MEDIA_FOLDER",
                        folder.resolve("media").toString(),
                        "DATELINE_SEARCH_FOLDER",
                        folder.resolve("search").toString(),
                        "DATELINE_ACCESS_ADMIN_KEY",
                        KEY,
                        "DATELINE_SAMPLE_ENABLED",
                        "false",
                        "DATELINE_DELIVERY_COLD_WARM_UP",
                        "0s",
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port)));
        builder.environment().putAll(environment);
        return builder.start();
    }

    void start() throws Exception {
        process = launch();
        for (int i = 0; i < 600; i++) {
            try {
                if (get("/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
            if (!process.isAlive()) {
                break;
            }
        }
        throw new AssertionError("The program does not start:\n" + Files.readString(log()));
    }

    /** What {@code kill -9} does to the program. Its database is left behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What {@code kill -9} does to its database. */
    void killDatabase() throws IOException {
        killServer(postmaster());
    }

    private static void killServer(long postmaster) {
        ProcessHandle.of(postmaster).ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }

    /** What {@code kill -9} does, to the program and to its database, in this order. */
    void killBoth() throws Exception {
        long postmaster = postmaster();
        kill();
        killServer(postmaster);
    }

    long postmaster() throws IOException {
        return postmaster(0);
    }

    private long postmaster(int line) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("data/postgresql/postmaster.pid"))
                .get(line));
    }

    /** Sends a signal to all processes of the database: STOP freezes it with its connections open, CONT goes on. */
    void signalDatabase(String signal) throws IOException, InterruptedException {
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        List<String> line = new ArrayList<>(List.of("kill", "-" + signal, Long.toString(server.pid())));
        server.descendants().forEach(process -> line.add(Long.toString(process.pid())));
        new ProcessBuilder(line).start().waitFor();
    }

    /** Sends a signal to the program and not to its database: STOP freezes it with its connections open, CONT goes on. */
    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** SIGTERM, and wait for the end. */
    int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    Path log() {
        return folder.resolve("log");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return post(path, json, "application/json");
    }

    HttpResponse<String> post(String path, String json, String mediaType) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", mediaType)
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> upload(byte[] picture) throws IOException, InterruptedException {
        return client.send(
                request("/v1/editorial/images")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(picture))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> publish(String id) throws IOException, InterruptedException {
        return publish(id, KEY);
    }

    HttpResponse<String> publish(String id, String key) throws IOException, InterruptedException {
        return client.send(
                request("/v1/editorial/articles/" + id + "/publication")
                        .setHeader("Authorization", "Bearer " + key)
                        .header("If-Match", "*")
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> schedule(String id, Instant at) throws IOException, InterruptedException {
        return publish(id, "at", at);
    }

    /** @param field of the publication that has a time */
    HttpResponse<String> publish(String id, String field, Instant time) throws IOException, InterruptedException {
        return client.send(
                request("/v1/editorial/articles/" + id + "/publication")
                        .header("If-Match", "*")
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"" + field + "\": \"" + time + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What somebody reads who has another key. */
    HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return client.send(
                request(path).setHeader("Authorization", "Bearer " + key).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + KEY);
    }

    int port() {
        return port;
    }

    String url() {
        return "http://localhost:" + port;
    }
}
