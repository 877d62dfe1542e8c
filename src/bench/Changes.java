import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Streams of changes. One client of each node listens while short articles are published on the first at a steady rate; what is
 * measured is from the request that publishes to the event in the client. Then idle streams are opened on the first node, which
 * hear of one article that never changes, and the memory of its process and the speed of reads from memory are compared before
 * and after. Needs a JDK 25.
 *
 * <p>{@code java src/bench/Changes.java SECONDS STREAMS RATE KEY PROCESS URL...}
 */
final class Changes {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String key;
    private final Path process;
    private final List<String> nodes;
    private final Map<String, Long> asked = new ConcurrentHashMap<>();

    private Changes(String key, Path process, List<String> nodes) {
        this.key = key;
        this.process = process;
        this.nodes = nodes;
    }

    public static void main(String... arguments) throws Exception {
        new Changes(arguments[3], Path.of("/proc", arguments[4], "status"), Arrays.asList(arguments).subList(5, arguments.length))
                .run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        System.exit(0);
    }

    private void run(int seconds, int streams, int rate) throws Exception {
        publications(60, Math.max(1, rate / 4), "warming up, ");
        publications(20, rate, "warming up, ");
        publications(seconds, rate, "");
        String id = draft("Read by all");
        publish(id);
        double quiet = reads(id);
        long before = resident();
        List<SocketChannel> open = open(streams);
        Thread.sleep(Duration.ofSeconds(5));
        System.out.printf("%d idle streams: %d MB more (%d before)%n", open.size(), (resident() - before) / 1024, before / 1024);
        double with = reads(id);
        System.out.printf("reads from memory: %.0f a second before, %.0f with them (%.1f%%)%n", quiet, with, 100 * with / quiet);
        publications(Math.min(seconds, 20), rate, "with idle streams, ");
    }

    /** Publishes at a rate, and says when each node's client heard of it. */
    private void publications(int seconds, int rate, String when) throws Exception {
        List<ConcurrentLinkedQueue<Long>> heard = new ArrayList<>();
        List<Socket> listeners = new ArrayList<>();
        for (String node : nodes) {
            ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
            heard.add(times);
            listeners.add(listen(node, times));
        }
        Thread.sleep(Duration.ofMillis(500));
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < seconds * rate; i++) {
            drafts.add(draft("Event " + i));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long next = System.nanoTime();
            for (String id : drafts) {
                threads.submit(() -> {
                    asked.put(id, System.nanoTime());
                    publish(id);
                    return null;
                });
                next += TimeUnit.SECONDS.toNanos(1) / rate;
                Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            }
        }
        Thread.sleep(Duration.ofSeconds(2));
        for (int i = 0; i < nodes.size(); i++) {
            print("%sfrom the request to the event on node %d, ms, of %d publications".formatted(when, i + 1, drafts.size()), heard.get(i));
            listeners.get(i).close();
        }
    }

    private Socket listen(String node, ConcurrentLinkedQueue<Long> times) throws IOException {
        URI address = URI.create(node);
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream().write(request("kind=article").getBytes(StandardCharsets.US_ASCII));
        Thread.startVirtualThread(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Matcher id = ID.matcher(line);
                    if (id.find()) {
                        Long since = asked.get(id.group(1));
                        if (since != null) {
                            times.add(System.nanoTime() - since);
                        }
                    }
                }
            } catch (IOException closed) {
                // it is over
            }
        });
        return socket;
    }

    private static String request(String query) {
        return "GET /v1/changes/stream?" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    /** From several addresses of this machine, because one has no more than some 28,000 ports. */
    private List<SocketChannel> open(int streams) throws IOException {
        List<SocketChannel> open = new ArrayList<>();
        URI node = URI.create(nodes.get(0));
        byte[] request = request("groups=article:00000000-0000-7000-8000-000000000000").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < streams; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.bind(new InetSocketAddress("127.0.0." + (2 + i / 10_000), 0));
            channel.connect(new InetSocketAddress(node.getHost(), node.getPort()));
            channel.write(ByteBuffer.wrap(request));
            ByteBuffer begun = ByteBuffer.allocate(64);
            if (channel.read(begun) < 12 || !new String(begun.array(), StandardCharsets.US_ASCII).startsWith("HTTP/1.1 200")) {
                throw new IllegalStateException("Stream " + i + ": " + new String(begun.array(), StandardCharsets.US_ASCII));
            }
            open.add(channel);
        }
        return open;
    }

    private long resident() throws IOException {
        return Files.readAllLines(process).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** Reads one article from 16 connections for ten seconds; how many a second, after two to warm up. */
    private double reads(String id) throws Exception {
        count(id, 2);
        return count(id, 10);
    }

    private double count(String id, int seconds) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<java.util.concurrent.Future<Long>> counts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                counts.add(threads.submit(() -> {
                    long count = 0;
                    while (System.nanoTime() < until) {
                        client.send(HttpRequest.newBuilder(URI.create(nodes.get(0) + "/v1/articles/" + id)).build(), HttpResponse.BodyHandlers.discarding());
                        count++;
                    }
                    return count;
                }));
            }
        }
        long all = 0;
        for (var count : counts) {
            all += count.get();
        }
        return all / (double) seconds;
    }

    private String draft(String headline) throws Exception {
        String body = "{\"language\":\"en\",\"headline\":\"%s\",\"body\":[{\"type\":\"paragraph\",\"html\":\"Short.\"}]}".formatted(headline);
        Matcher id = ID.matcher(send("POST", "articles", body));
        if (!id.find()) {
            throw new IllegalStateException("No article");
        }
        return id.group(1);
    }

    private void publish(String id) throws Exception {
        send("PUT", "articles/" + id + "/publication", "");
    }

    private String send(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(nodes.get(0) + "/v1/editorial/" + path))
                .header("Authorization", "Bearer " + key)
                .header("If-Match", "*");
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> answer = client.send(
                request.method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static void print(String what, ConcurrentLinkedQueue<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        System.out.printf("%s: %d heard, median %.1f, p99 %.1f, most %.1f%n", what, sorted.size(), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(List<Long> sorted, double part) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size())) / 1e6;
    }
}
