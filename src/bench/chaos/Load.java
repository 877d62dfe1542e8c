import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Readers and writers, and what they got. Everybody asks through a balancer: who gets no answer from a node asks the next. */
final class Load {

    /** How old an answer may be that does not say of itself that it may be outdated. */
    private static final long BOUND = TimeUnit.SECONDS.toNanos(1);

    /** How long after the end of an outage an answer may still say so. */
    private static final long RECOVERY = TimeUnit.SECONDS.toNanos(2);

    private static final Pattern HEADLINE = Pattern.compile("\"headline\":\"Version (\\d+)\"");
    private static final Pattern ITEM = Pattern.compile("\"id\":\"([^\"]+)\"[^{}]*?\"headline\":\"Version (\\d+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What was made with an Idempotency-Key, and asked for until it was acknowledged; by headline. */
    record Made(long acknowledged) {}

    final List<Node> nodes;
    final List<Thing> things;
    final Map<String, Thing> byId = new ConcurrentHashMap<>();
    final Map<String, Made> made = new ConcurrentHashMap<>();
    final ReadWriteLock writing = new ReentrantReadWriteLock();
    final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    final AtomicInteger violations = new AtomicInteger();
    final AtomicLong cold = new AtomicLong();
    private final AtomicInteger makes = new AtomicInteger();
    private final AtomicInteger turns = new AtomicInteger();

    /** When the last outage of the database ended; none has ended while one goes on. */
    volatile long outageEnded = System.nanoTime();

    volatile boolean isOutage;

    /** From the death of the primary until it is known what the new one has. */
    volatile boolean isFailover;

    private record Doubt(Thing thing, int version, Runnable tell) {}

    private final ConcurrentLinkedQueue<Doubt> doubts = new ConcurrentLinkedQueue<>();
    volatile boolean over;

    Load(List<Node> nodes, List<Thing> things) {
        this.nodes = nodes;
        this.things = things;
        things.forEach(thing -> byId.put(thing.id, thing));
    }

    void count(String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    long counted(String what) {
        return counts.getOrDefault(what, new LongAdder()).sum();
    }

    void violated(String what) {
        violations.incrementAndGet();
        System.out.println("VIOLATED: " + what);
    }

    void start(ExecutorService threads) {
        nodes.forEach(node -> threads.submit(() -> watch(node)));
        for (int reader = 0; reader < 50; reader++) {
            Random random = new Random(reader);
            threads.submit(() -> repeat(random, 100, () -> readHot(random)));
        }
        for (int reader = 0; reader < 4; reader++) {
            Random random = new Random(1_000 + reader);
            threads.submit(() -> repeat(random, 200, () -> readCold(random)));
        }
        for (int writer = 0; writer < 4; writer++) {
            Random random = new Random(2_000 + writer);
            int own = writer;
            threads.submit(() -> repeat(random, 1_000, () -> write(things.get(random.nextInt(things.size() / 4) * 4 + own))));
        }
        Random random = new Random(3_000);
        threads.submit(() -> repeat(random, 1_000, this::make));
    }

    /** Asks for the health of a node as a balancer does. */
    private void watch(Node node) {
        while (!over) {
            try {
                Thread.sleep(500);
                node.isUp = node.get("/health/ready", Duration.ofSeconds(1)).statusCode() == 200;
            } catch (IOException gone) {
                node.isUp = false;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** How many requests got no good answer so far, by what they got. */
    Map<String, Long> failures() {
        Map<String, Long> failures = new TreeMap<>();
        counts.keySet().stream()
                .filter(what -> what.contains("refused") || what.contains("no answer") || what.contains("not answered") || what.endsWith(": 503"))
                .forEach(what -> failures.put(what, counted(what)));
        return failures;
    }

    long requests() {
        return counts.keySet().stream()
                .filter(what -> what.contains(":") || what.equals("written") || what.equals("made"))
                .mapToLong(this::counted)
                .sum();
    }

    private interface Action {
        void run() throws IOException, InterruptedException;
    }

    /** @param pause between the beginnings of two actions, in milliseconds, on average */
    private void repeat(Random random, int pause, Action action) {
        while (!over) {
            long next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(2 * pause));
            try {
                action.run();
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                violated("a client fell: " + e);
            }
        }
    }

    /** The nodes in the order in which a balancer tries them: in turn, first those that are said to be up. */
    private List<Node> inTurn() {
        int first = Math.floorMod(turns.getAndIncrement(), nodes.size());
        return java.util.stream.IntStream.range(0, nodes.size())
                .mapToObj(i -> nodes.get((first + i) % nodes.size()))
                .sorted(java.util.Comparator.comparing(node -> !node.isUp))
                .toList();
    }

    private record Answer(Node node, long asked, HttpResponse<String> response) {
        boolean saysItMayBeOutdated() {
            return response.headers().firstValue("Cache-Status").orElse("").contains("ttl=-1");
        }
    }

    private Answer read(String kind, String path) throws InterruptedException {
        for (Node node : inTurn()) {
            long asked = System.nanoTime();
            try {
                HttpResponse<String> response = node.get(path, PATIENCE);
                count(kind + ": " + response.statusCode());
                return new Answer(node, asked, response);
            } catch (IOException gone) {
                count(kind + ", asked another node");
            }
        }
        count(kind + ": no answer");
        return null;
    }

    private void readHot(Random random) throws InterruptedException {
        Thing thing = things.get(random.nextInt(things.size()));
        Answer answer = read("hot", "/v1/articles/" + thing.id);
        if (answer == null) {
            return;
        }
        Matcher version = HEADLINE.matcher(answer.response().body());
        if (answer.response().statusCode() == 200 && version.find()) {
            judge(thing, answer, Integer.parseInt(version.group(1)));
        } else if (answer.response().statusCode() >= 500) {
            boolean excused = isOutage || System.nanoTime() - RECOVERY - outageEnded < 0;
            count(excused ? "of these, what had just changed when the database went" : "of these, with a database");
        } else {
            violated("what is public was not found: " + answer.response().body());
        }
    }

    private void readCold(Random random) throws InterruptedException {
        Answer answer = read("cold", "/v1/articles?limit=" + (1 + random.nextInt(100)) + "&tag=-cold-" + cold.incrementAndGet());
        if (answer != null && answer.response().statusCode() == 200) {
            for (Matcher item = ITEM.matcher(answer.response().body()); item.find(); ) {
                Thing thing = byId.get(item.group(1));
                if (thing != null) {
                    judge(thing, answer, Integer.parseInt(item.group(2)));
                }
            }
        }
    }

    private void judge(Thing thing, Answer answer, int version) {
        boolean excused = isOutage || System.nanoTime() - RECOVERY - outageEnded < 0;
        boolean marked = answer.saysItMayBeOutdated();
        if (marked) {
            count("marked as perhaps outdated" + (excused ? "" : ", with no outage"));
        }
        if (thing.lost.contains(version) && !excused) {
            violated("what the failover lost is served on " + answer.node().port + ": version " + version + " of " + thing.id);
        }
        boolean isUncertain = isFailover;
        int least = thing.least(answer.node(), answer.asked(), marked && excused ? Long.MAX_VALUE / 2 : BOUND);
        if (version < least) {
            Runnable tell = () -> violated("stale on %d: version %d after %d of %s, %s"
                    .formatted(answer.node().port, version, least, thing.id, answer.response().headers().firstValue("Cache-Status")));
            if (isUncertain || isFailover) {
                // It may be what the new primary says, which nobody here knows yet.
                doubts.add(new Doubt(thing, version, tell));
            } else {
                tell.run();
            }
        }
    }

    /** Once it is known what the new primary has: whether what was read meanwhile was as new as that. */
    void resolveDoubts() {
        for (Doubt doubt = doubts.poll(); doubt != null; doubt = doubts.poll()) {
            if (doubt.version() < doubt.thing().states.getFirst().version()) {
                doubt.tell().run();
            }
        }
    }

    void write(Thing thing) throws InterruptedException {
        writing.readLock().lock();
        try {
            synchronized (thing) {
                for (Node node : inTurn()) {
                    try {
                        if (thing.write(node)) {
                            count("written");
                            return;
                        }
                        count("write refused");
                    } catch (IOException unknown) {
                        count("write not answered");
                    }
                }
            }
        } finally {
            writing.readLock().unlock();
        }
    }

    /** Makes an article, and asks with the same key until somebody says that it is made. */
    private void make() throws InterruptedException {
        int number = makes.incrementAndGet();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        for (int tries = 0; tries < 200; tries++) {
            for (Node node : inTurn()) {
                writing.readLock().lock();
                try {
                    HttpResponse<String> response = node.send(
                            "POST", "/v1/editorial/articles", "application/json", Thing.article("made-" + number, "Made " + number), Duration.ofSeconds(25), key);
                    if (response.statusCode() == 201) {
                        made.put("Made " + number, new Made(System.nanoTime()));
                        count("made");
                        return;
                    }
                    count("make refused with " + response.statusCode());
                } catch (IOException unknown) {
                    count("make not answered");
                } finally {
                    writing.readLock().unlock();
                }
            }
            Thread.sleep(200);
        }
        violated("could not be made: " + number);
    }

    void print() {
        new TreeMap<>(counts).forEach((what, count) -> System.out.printf("%-45s %d%n", what, count.sum()));
    }
}
