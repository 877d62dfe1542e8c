import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One node of the newsroom: a process of the packaged program, and how to speak with it. */
final class Node {

    static final String KEY = "bench-admin-key-0123456789";

    private static final String CLOCK_THAT_LIES = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    final int port;
    private final Path work;
    private final Map<String, String> settings;
    private volatile Process process;

    /** What a balancer found when it last asked for its health. */
    volatile boolean isUp;

    Node(Path work, int port, Map<String, String> settings) {
        this.work = work;
        this.port = port;
        this.settings = settings;
    }

    /** @param clock how wrong its clock is, as {@code faketime} reads it; empty when it is right */
    void start(String clock) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"), "-Xmx160m", "-XX:+UseSerialGC", "-jar", "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve("node-" + port + ".log").toFile()));
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("QUARKUS_HTTP_PORT", "" + port);
        environment.put("DATELINE_SEARCH_FOLDER", work.resolve("search-" + port).toString());
        environment.put("DATELINE_MEDIA_FOLDER", work.resolve("media").toString());
        environment.put("DATELINE_ACCESS_ADMIN_KEY", KEY);
        if (!clock.isEmpty()) {
            environment.put("LD_PRELOAD", CLOCK_THAT_LIES);
            environment.put("FAKETIME", clock);
        }
        builder.environment().putAll(environment);
        process = builder.start();
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Node " + port + " does not start; see its log");
            }
            Thread.sleep(50);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("/v1", Duration.ofSeconds(1)).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As a rolling restart does it: SIGTERM, and the open requests end. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Node " + port + " does not stop");
        }
    }

    void signal(String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
    }

    HttpResponse<String> get(String path, Duration patience) throws IOException, InterruptedException {
        return send("GET", path, null, null, patience, Map.of());
    }

    HttpResponse<String> send(String method, String path, String type, String body, Duration patience, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(patience);
        if (path.startsWith("/v1/editorial")) {
            request.header("Authorization", "Bearer " + KEY);
        }
        if (body != null) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
