import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A live page with updates of 200 words. First it is filled, and what an update costs is compared with what a short article
 * costs, in turns. Then many read it on all nodes while two updates a second go out on the first: some read the page, some its
 * newest updates, and some follow it by {@code since} alone. On the node that took the write nothing older may be read once it
 * is acknowledged, on others nothing older than 250 ms later; who follows gets each update once. Needs a JDK 25.
 *
 * <p>{@code java src/bench/Live.java SECONDS READERS PAUSE FILL KEY URL...}, where each reader rests PAUSE milliseconds (mean).
 */
final class Live {

    private static final long BOUND = TimeUnit.MILLISECONDS.toNanos(250);
    private static final Pattern NUMBER = Pattern.compile("\"title\":\"Update (\\d+)\"");
    private static final Pattern SINCE = Pattern.compile("\"since\":\"([^\"]+)\"");
    private static final String WORDS = "The bridge is open and trams cross the river again. ".repeat(20).strip();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final int pause;
    private final String key;
    private final List<String> nodes;
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final List<Long> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedQueue<Long> lag = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
    private String page;
    private volatile boolean over;

    private Live(int pause, String key, List<String> nodes) {
        this.pause = pause;
        this.key = key;
        this.nodes = nodes;
    }

    public static void main(String... arguments) throws Exception {
        Live run = new Live(Integer.parseInt(arguments[2]), arguments[4], Arrays.asList(arguments).subList(5, arguments.length));
        run.run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[3]));
        System.exit(run.stale.get() + run.failed.get() + run.lost.get() == 0 ? 0 : 1);
    }

    private void run(int seconds, int readers, int fill) throws Exception {
        page = id(send("POST", "articles", "{\"kind\":\"live\",\"language\":\"en\",\"headline\":\"Live\",\"body\":[{\"type\":\"paragraph\",\"html\":\"%s\"}]}".formatted(WORDS)));
        publish("articles", page);
        for (int i = 0; i < fill; i++) {
            update();
        }
        compare();
        String from = since(get(nodes.get(0), "/v1/articles/" + page + "/updates?limit=1").body());
        int before = acknowledged.size();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < readers; i++) {
                int reader = i;
                threads.submit(() -> reader % 4 == 3 ? follow(reader, from, before) : read(reader));
            }
            while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(seconds)) {
                long next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
                update();
                Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            }
            Thread.sleep(Duration.ofSeconds(2));
            over = true;
        }
        System.out.printf("%d nodes, %d readers, %d s, a page of %d updates: %d reads (%.0f a second, %.1f%% hits), %d stale, %d lost or doubled, %d failed%n", nodes.size(), readers, seconds, acknowledged.size(), reads.get(), reads.get() / (double) seconds, 100.0 * hits.get() / reads.get(), stale.get(), lost.get(), failed.get());
        print("an answer, ms", took);
        print("from acknowledged to told to who follows, ms", lag);
    }

    /** An update and a short article, in turns. */
    private void compare() throws Exception {
        ConcurrentLinkedQueue<Long> updates = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> articles = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 200; i++) {
            long began = System.nanoTime();
            update();
            long between = System.nanoTime();
            String article = id(send("POST", "articles", "{\"language\":\"en\",\"headline\":\"Short %d %s\",\"body\":[{\"type\":\"paragraph\",\"html\":\"%s\"}]}".formatted(i, page, WORDS)));
            publish("articles", article);
            updates.add(between - began);
            articles.add(System.nanoTime() - between);
        }
        print("to write and publish an update, ms", updates);
        print("to write and publish a short article, ms", articles);
    }

    private void update() throws Exception {
        int number = acknowledged.size();
        String id = id(send("POST", "live-updates", "{\"article\":\"%s\",\"title\":\"Update %d\",\"keyEvent\":%s,\"body\":[{\"type\":\"paragraph\",\"html\":\"%s\"}]}".formatted(page, number, number % 25 == 0, WORDS)));
        publish("live-updates", id);
        acknowledged.add(System.nanoTime());
    }

    private Void read(int reader) throws Exception {
        Random random = new Random(reader);
        String path = "/v1/articles/" + page + (reader % 4 == 0 ? "/updates" : "");
        while (!over) {
            int node = random.nextInt(nodes.size());
            long began = System.nanoTime();
            int wanted = newestBefore(node == 0 ? began : began - BOUND);
            Matcher number = NUMBER.matcher(get(nodes.get(node), path).body());
            int newest = -1;
            while (number.find()) {
                newest = Math.max(newest, Integer.parseInt(number.group(1)));
            }
            if (newest < wanted) {
                stale.incrementAndGet();
            }
            Thread.sleep(random.nextInt(2 * pause + 1));
        }
        return null;
    }

    private int newestBefore(long time) {
        synchronized (acknowledged) {
            int newest = acknowledged.size() - 1;
            while (newest >= 0 && acknowledged.get(newest) > time) {
                newest--;
            }
            return newest;
        }
    }

    private Void follow(int reader, String from, int first) throws Exception {
        Random random = new Random(reader);
        String node = nodes.get(reader % nodes.size());
        String since = from;
        int expected = first;
        while (!over || expected < acknowledged.size()) {
            String answer = get(node, since).body();
            Matcher number = NUMBER.matcher(answer);
            while (number.find()) {
                if (Integer.parseInt(number.group(1)) != expected) {
                    lost.incrementAndGet();
                }
                if (expected < acknowledged.size()) {
                    lag.add(System.nanoTime() - acknowledged.get(expected));
                }
                expected++;
            }
            since = since(answer);
            Thread.sleep(random.nextInt(2 * pause + 1));
        }
        return null;
    }

    private static String since(String answer) {
        Matcher since = SINCE.matcher(answer);
        if (!since.find()) {
            throw new IllegalStateException(answer);
        }
        return since.group(1);
    }

    private HttpResponse<String> get(String node, String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(node + path)).timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        took.add(System.nanoTime() - began);
        reads.incrementAndGet();
        if (answer.headers().firstValue("Cache-Status").orElse("").contains("hit")) {
            hits.incrementAndGet();
        }
        if (answer.statusCode() != 200) {
            failed.incrementAndGet();
        }
        return answer;
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(nodes.get(0) + "/v1/editorial/" + path))
                .header("Authorization", "Bearer " + key)
                .header("If-Match", "*")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void publish(String kind, String id) throws IOException, InterruptedException {
        send("PUT", kind + "/" + id + "/publication", "{}");
    }

    private static String id(String answer) {
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(answer);
        if (!id.find()) {
            throw new IllegalStateException(answer);
        }
        return id.group(1);
    }

    private static void print(String what, ConcurrentLinkedQueue<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length > 0) {
            System.out.printf("%s: median %.1f, p99 %.1f, most %.1f (%d)%n", what, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6, sorted[sorted.length - 1] / 1e6, sorted.length);
        }
    }
}
