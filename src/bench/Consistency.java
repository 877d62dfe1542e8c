import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publishes, withdraws and edits lists at random on some nodes while many readers compare what they get with what was
 * acknowledged: on the node that took the write nothing older may be read once it is acknowledged, on the others nothing
 * older than 250 ms later. Times are taken when half a minute is over. Needs a JDK 25.
 *
 * <p>{@code java src/bench/Consistency.java SECONDS READERS PAUSE KEY URL...}, where each reader rests PAUSE milliseconds
 * (mean) after an answer.
 */
final class Consistency {

    private static final long BOUND = TimeUnit.MILLISECONDS.toNanos(250);
    private static final Pattern HEADLINE = Pattern.compile("\"headline\":\"Version (\\d+)\"");
    private static final Pattern TITLE = Pattern.compile("\"title\":\"Version (\\d+)\"");
    private static final int THINGS = 40;
    private static final long WARM = TimeUnit.SECONDS.toNanos(30);

    /** One acknowledged state: the version that is public from then on, or that nothing is. */
    private record State(int version, boolean isPublic, int node, long began, long acknowledged) {}

    /** An article or a list, and what has become of it; the newest state is last. */
    private static final class Thing {
        final String kind;
        final String id;
        final String path;
        final ConcurrentLinkedDeque<State> states = new ConcurrentLinkedDeque<>();
        volatile State pending;

        Thing(String kind, String id, String path) {
            this.kind = kind;
            this.id = id;
            this.path = path;
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final int pause;
    private final String key;
    private final List<String> nodes;
    private final List<Thing> things = new ArrayList<>();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final long began = System.nanoTime();
    private final ConcurrentLinkedQueue<Long> published = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> here = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> there = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    private Consistency(int pause, String key, List<String> nodes) {
        this.pause = pause;
        this.key = key;
        this.nodes = nodes;
    }

    public static void main(String... arguments) throws Exception {
        List<String> nodes = Arrays.asList(arguments).subList(4, arguments.length);
        Consistency run = new Consistency(Integer.parseInt(arguments[2]), arguments[3], nodes);
        run.run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        System.exit(run.stale.get() + run.failed.get() == 0 ? 0 : 1);
    }

    private void run(int seconds, int readers) throws Exception {
        for (int i = 0; i < THINGS; i++) {
            things.add(i % 5 == 0 ? list() : article());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < readers; i++) {
                int seed = i;
                threads.submit(() -> read(new Random(seed)));
            }
            for (int i = 0; i < 4; i++) {
                int writer = i;
                threads.submit(() -> write(new Random(1_000 + writer), writer));
            }
            threads.submit(this::watch);
            Thread.sleep(Duration.ofSeconds(seconds));
            over = true;
        }
        System.out.printf("%d nodes, %d readers, %d s: %d reads, %d writes, %d stale, %d failed%n", nodes.size(), readers, seconds, reads.get(), writes.get(), stale.get(), failed.get());
        print("to publish, ms", published);
        print("from then to visible, same node, ms", here);
        print("from then to visible, another node, ms", there);
    }

    private static void print(String what, ConcurrentLinkedQueue<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length > 0) {
            System.out.printf("%s: median %.1f, p99 %.1f, most %.1f (%d)%n", what, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6, sorted[sorted.length - 1] / 1e6, sorted.length);
        }
    }

    private HttpResponse<String> send(String method, String url, String body, String type) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
        if (!method.equals("GET")) {
            request.header("Authorization", "Bearer " + key).header("If-Match", "*");
        }
        if (body != null) {
            request.header("Content-Type", type);
        }
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Thing article() throws Exception {
        String id = create("articles", "{\"language\":\"en\",\"slug\":\"c-" + UUID.randomUUID() + "\",\"headline\":\"Version 0\",\"body\":[{\"type\":\"paragraph\",\"html\":\"x\"}]}");
        Thing thing = new Thing("articles", id, "/v1/articles/" + id);
        state(thing, 0, 0);
        return thing;
    }

    private Thing list() throws Exception {
        String id = create("story-lists", "{\"title\":\"Version 0\",\"slug\":\"c-" + UUID.randomUUID() + "\",\"items\":[{\"url\":\"https://example.org\",\"headline\":\"x\"}]}");
        Thing thing = new Thing("story-lists", id, "/v1/story-lists/" + id);
        state(thing, 0, 0);
        return thing;
    }

    private String create(String kind, String body) throws Exception {
        HttpResponse<String> created = send("POST", nodes.get(0) + "/v1/editorial/" + kind, body, "application/json");
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(created.body());
        if (created.statusCode() != 201 || !id.find()) {
            throw new IllegalStateException(created.body());
        }
        return id.group(1);
    }

    /** Writes a new version and publishes it, or withdraws when the version is negative; returns how long publishing took. */
    private void state(Thing thing, int version, int node) throws Exception {
        String url = nodes.get(node) + "/v1/editorial/" + thing.kind + "/" + thing.id;
        boolean publish = version >= 0;
        if (publish) {
            String field = thing.kind.equals("articles") ? "headline" : "title";
            check(send("PATCH", url, "{\"" + field + "\":\"Version " + version + "\"}", "application/merge-patch+json"));
        }
        long began = System.nanoTime();
        thing.pending = new State(version, publish, node, began, Long.MAX_VALUE);
        check(send(publish ? "PUT" : "DELETE", url + "/publication", null, null));
        thing.states.add(new State(version, publish, node, began, System.nanoTime()));
        writes.incrementAndGet();
    }

    private void check(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            failed.incrementAndGet();
            System.out.println("A write failed: " + response.statusCode() + " " + response.body());
        }
    }

    /** Each writer has things of its own, so that the order of its writes is the order of the states. */
    private void write(Random random, int writer) {
        int version = 1;
        while (!over) {
            try {
                Thing thing = things.get(random.nextInt(THINGS / 4) * 4 + writer);
                boolean isPublic = thing.states.getLast().isPublic();
                state(thing, isPublic && random.nextInt(5) == 0 ? -1 : version++, random.nextInt(nodes.size()));
                while (thing.states.size() > 400) {
                    thing.states.removeFirst();
                }
                Thread.sleep(150);
            } catch (Exception e) {
                failed.incrementAndGet();
                System.out.println("A write failed: " + e);
            }
        }
    }

    private void read(Random random) {
        while (!over) {
            Thing thing = things.get(random.nextInt(THINGS));
            int node = random.nextInt(nodes.size());
            try {
                long asked = System.nanoTime();
                HttpResponse<String> answer = send("GET", nodes.get(node) + thing.path, null, null);
                reads.incrementAndGet();
                if (answer.statusCode() >= 500) {
                    failed.incrementAndGet();
                    System.out.println("A read failed: " + answer.statusCode() + " " + answer.body());
                } else if (!isCurrent(thing, node, asked, version(thing, answer))) {
                    stale.incrementAndGet();
                    System.out.println("Stale: " + thing.path + " on " + node + " gave " + version(thing, answer) + ", last " + thing.states.getLast());
                }
                Thread.sleep(random.nextInt(2 * pause + 1));
            } catch (Exception e) {
                failed.incrementAndGet();
                System.out.println("A read failed: " + e);
            }
        }
    }

    private static int version(Thing thing, HttpResponse<String> answer) {
        Matcher version = (thing.kind.equals("articles") ? HEADLINE : TITLE).matcher(answer.body());
        return answer.statusCode() == 200 && version.find() ? Integer.parseInt(version.group(1)) : -1;
    }

    /** Whether the state that was read is the last that had to be seen when it was asked for, or a later one. */
    private static boolean isCurrent(Thing thing, int node, long asked, int version) {
        State pending = thing.pending;
        if (pending != null && pending.version() == version) {
            return true;
        }
        for (var states = thing.states.descendingIterator(); states.hasNext(); ) {
            State state = states.next();
            if (state.version() == version) {
                return true;
            }
            long bound = state.node() == node ? 0 : BOUND;
            if (state.acknowledged() + bound - asked <= 0) {
                return false;
            }
        }
        return true;
    }

    /** How long a publication takes, and how long after it is acknowledged it is read on its own node and on another. */
    private void watch() {
        try {
            Thing thing = article();
            for (int version = 1; !over; version++) {
                int node = version % nodes.size();
                int other = (node + 1) % nodes.size();
                send("GET", nodes.get(other) + thing.path, null, null);
                state(thing, version, node);
                await(thing, node, version);
                long seenHere = System.nanoTime();
                await(thing, other, version);
                State state = thing.states.getLast();
                if (seenHere - began > WARM) {
                    published.add(state.acknowledged() - state.began());
                    here.add(seenHere - state.acknowledged());
                    there.add(System.nanoTime() - state.acknowledged());
                }
                Thread.sleep(50);
            }
        } catch (Exception e) {
            failed.incrementAndGet();
            System.out.println("Watching failed: " + e);
        }
    }

    private void await(Thing thing, int node, int version) throws Exception {
        while (version(thing, send("GET", nodes.get(node) + thing.path, null, null)) != version) {
            Thread.sleep(1);
        }
    }
}
