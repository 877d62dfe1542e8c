import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Breaks a newsroom of three nodes, a primary and a streaming replica, one thing after the other, while some 500 readers a
 * second ask for what is in memory, 20 for what is not, and 5 writes happen. Fails when an acknowledged write is lost, but for
 * those that a failover itself lost; when one happens twice; when an answer is older than its bound (a second; longer only when it
 * says so itself, while the database is away and two seconds after that); when what was lost is served; and when nobody can write ten seconds
 * after a fault.
 *
 * <p>{@code java src/bench/chaos/Chaos.java MINUTES SEED [FAULT...]}; without faults, all of them in an order that the seed gives.
 */
final class Chaos {

    private static final List<String> CLOCKS = List.of("", "+1h", "-1h");

    /** The replica is not waited for: what was acknowledged so shortly before it was cut off may not have come there. */
    private static final long REPLICATION = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long MOST_TO_WRITE = TimeUnit.SECONDS.toNanos(10);

    private enum Fault {
        NODE_KILLED,
        NODE_FROZEN,
        NODE_FROZEN_WHILE_PUBLISHING,
        FAILOVER_WITH_LOSS,
        LISTENERS_CUT,
        CONNECTIONS_CUT,
        PRIMARY_FROZEN,
        REPLICA_KILLED,
        NODES_RESTARTED_IN_TURN
    }

    private final Path work = Path.of(System.getenv("BENCH"), "chaos");
    private final Random random;
    private final List<Fault> only;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Thing> probes = new ArrayList<>();
    private final List<long[]> losses = new ArrayList<>();
    private Server primary;
    private Server replica;
    private Load load;

    private Chaos(long seed, List<Fault> only) {
        this.random = new Random(seed);
        this.only = only;
    }

    public static void main(String... arguments) throws Exception {
        Chaos chaos = new Chaos(
                Long.parseLong(arguments[1]), Arrays.stream(arguments).skip(2).map(Fault::valueOf).toList());
        System.out.println("Seed " + arguments[1]);
        boolean isRight = false;
        try {
            chaos.build();
            isRight = chaos.run(Duration.ofMinutes(Integer.parseInt(arguments[0])));
        } finally {
            chaos.end();
        }
        System.exit(isRight ? 0 : 1);
    }

    private void build() throws Exception {
        new ProcessBuilder("rm", "-rf", work.toString()).start().waitFor();
        Files.createDirectories(work);
        new ProcessBuilder("chown", "-R", "postgres", work.toString()).start().waitFor();
        primary = new Server(work, 18085);
        replica = new Server(work, 18086);
        primary.create();
        replica.follow(primary);
        for (int port = 18080; port <= 18082; port++) {
            Node node = new Node(work, port, new HashMap<>(settings()));
            nodes.add(node);
            node.start(CLOCKS.get(port - 18080));
        }
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            things.add(Thing.create(nodes.get(i % 3), "thing-" + i));
        }
        for (int i = 0; i < 8; i++) {
            probes.add(Thing.create(nodes.get(0), "probe-" + i));
        }
        load = new Load(nodes, things);
    }

    private Map<String, String> settings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:18085,127.0.0.1:18086/postgres?targetServerType=primary",
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "DATELINE_DELIVERY_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + replica.port + "/postgres",
                "DATELINE_DELIVERY_DATASOURCE_USERNAME", "postgres",
                "DATELINE_SAMPLE_ENABLED", "false",
                "QUARKUS_SHUTDOWN_DELAY", "2s");
    }

    private void end() throws Exception {
        for (Node node : nodes) {
            node.signal("CONT");
            node.kill();
        }
        for (Server server : new Server[] {primary, replica}) {
            server.stop();
        }
    }

    private boolean run(Duration duration) throws Exception {
        long until = System.nanoTime() + duration.toNanos();
        load.start(threads);
        List<Fault> deck = new ArrayList<>();
        int faults = 0;
        for (; System.nanoTime() - until < 0; faults++) {
            Thread.sleep(4_000 + random.nextInt(4_000));
            if (deck.isEmpty()) {
                deck.addAll(only.isEmpty() ? List.of(Fault.values()) : only);
                Collections.shuffle(deck, random);
            }
            happen(deck.removeLast());
        }
        Thread.sleep(5_000);
        load.over = true;
        threads.shutdown();
        threads.awaitTermination(60, TimeUnit.SECONDS);
        checkAtTheEnd();
        System.out.printf("%d faults in %d s, %d violations%n", faults, duration.toSeconds(), load.violations.get());
        load.print();
        long hot = load.counted("hot: 200");
        long failed = load.counts.keySet().stream().filter(key -> key.startsWith("hot: ") && !key.equals("hot: 200")).mapToLong(load::counted).sum();
        System.out.printf("hot answered: %.4f %%%n", 100.0 * hot / (hot + failed));
        return load.violations.get() == 0;
    }

    private void happen(Fault fault) throws Exception {
        long began = System.nanoTime();
        String what = switch (fault) {
            case NODE_KILLED -> killNode();
            case NODE_FROZEN -> freezeNode(false);
            case NODE_FROZEN_WHILE_PUBLISHING -> freezeNode(true);
            case FAILOVER_WITH_LOSS -> failOver();
            case LISTENERS_CUT -> cut("query ilike 'listen%' or query ilike '%pg_current%' or query ilike '%from change%'", "listeners cut");
            case CONNECTIONS_CUT -> cut("pid <> pg_backend_pid() and backend_type = 'client backend'", "all connections cut");
            case PRIMARY_FROZEN -> freezePrimary();
            case REPLICA_KILLED -> killReplica();
            case NODES_RESTARTED_IN_TURN -> restartInTurn();
        };
        System.out.printf("%s; over after %d ms%n", what, (System.nanoTime() - began) / 1_000_000);
    }

    private String killNode() throws Exception {
        int index = random.nextInt(nodes.size());
        Node node = nodes.get(index);
        long began = System.nanoTime();
        node.kill();
        String back = written(others(node), began);
        Thread.sleep(random.nextInt(3_000));
        String clock = CLOCKS.get(random.nextInt(3));
        long started = System.nanoTime();
        node.start(clock);
        long answered = System.nanoTime();
        return "node %d killed: %s; with a clock of '%s' it starts in %d ms, then %s"
                .formatted(node.port, back, clock, (answered - started) / 1_000_000, written(List.of(node), answered));
    }

    private List<Node> others(Node node) {
        return nodes.stream().filter(other -> other != node).toList();
    }

    private String freezeNode(boolean whilePublishing) throws Exception {
        Node node = nodes.get(random.nextInt(nodes.size()));
        if (whilePublishing) {
            for (Thing probe : probes.subList(4, 8)) {
                threads.submit(() -> publishUntilFrozen(probe, node));
            }
            Thread.sleep(300 + random.nextInt(200));
        }
        long began = System.nanoTime();
        node.signal("STOP");
        String back = written(others(node), began);
        Thread.sleep(Math.max(0, 3_000 + random.nextInt(15_000) - (System.nanoTime() - began) / 1_000_000));
        node.signal("CONT");
        long thawed = System.nanoTime();
        return "node %d frozen%s: %s; again %s".formatted(node.port, whilePublishing ? " while it published" : "", back, written(List.of(node), thawed));
    }

    private void publishUntilFrozen(Thing probe, Node node) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        try {
            while (System.nanoTime() - until < 0) {
                probe.write(node);
            }
        } catch (IOException | InterruptedException frozen) {
            // as is meant
        }
    }

    private String cut(String which, String what) throws Exception {
        long began = System.nanoTime();
        outage(true);
        String count = primary.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid() and (" + which + ")");
        outage(false);
        return "%s (%s): %s".formatted(what, count, written(nodes, began));
    }

    private void outage(boolean is) {
        load.outageEnded = System.nanoTime();
        load.isOutage = is;
    }

    private String freezePrimary() throws Exception {
        outage(true);
        primary.signal("STOP");
        Thread.sleep(2_000 + random.nextInt(5_000));
        primary.signal("CONT");
        outage(false);
        return "primary frozen: " + written(nodes, System.nanoTime());
    }

    private String killReplica() throws Exception {
        long began = System.nanoTime();
        replica.kill();
        String back = written(nodes, began);
        Thread.sleep(random.nextInt(5_000));
        replica.start();
        return "replica killed: " + back;
    }

    /** As a new release is put in place: nobody may notice. */
    private String restartInTurn() throws Exception {
        Thread.sleep(2_000);
        long requests = load.requests();
        Map<String, Long> before = load.failures();
        for (Node node : nodes) {
            node.stop();
            node.start("");
            while (!node.isUp) {
                Thread.sleep(50);
            }
        }
        Map<String, Long> failures = load.failures();
        failures.replaceAll((what, count) -> count - before.getOrDefault(what, 0L));
        failures.values().removeIf(count -> count == 0);
        long failed = failures.values().stream().mapToLong(Long::longValue).sum();
        if (failed > 0) {
            load.violated("a restart in turn failed " + failed + " requests: " + failures);
        }
        return "nodes restarted in turn: %d requests, %d failed".formatted(load.requests() - requests, failed);
    }

    /** The replica receives nothing any more; the primary goes on for a while, dies, and the replica takes over. */
    private String failOver() throws Exception {
        long cutOff = System.nanoTime() - REPLICATION;
        replica.cutOff();
        Thread.sleep(2_000 + random.nextInt(3_000));
        outage(true);
        load.isFailover = true;
        primary.kill();
        long killed = System.nanoTime();
        losses.add(new long[] {cutOff, killed});
        Thread.sleep(500 + random.nextInt(1_000));
        Map<String, Integer> base = published(replica);
        long promoted = System.nanoTime();
        replica.promote();
        Server old = primary;
        primary = replica;
        replica = old;
        int lost = takeOver(base, cutOff, promoted);
        outage(false);
        String back = written(nodes, System.nanoTime());
        replica.follow(primary);
        return "failover, %d versions lost: %s".formatted(lost, back);
    }

    /**
     * From now on what the new primary has is true, while nobody writes.
     *
     * @param base what it had before it took over
     */
    private int takeOver(Map<String, Integer> base, long cutOff, long promoted) {
        load.writing.writeLock().lock();
        try {
            int lost = 0;
            for (Thing thing : load.things) {
                int version = base.getOrDefault(thing.id, -1);
                for (Thing.State state : thing.states) {
                    if (state.version() > version && state.acknowledged() - promoted < 0) {
                        lost++;
                        if (state.acknowledged() - cutOff < 0) {
                            load.violated("version " + state.version() + " of " + thing.id + " was acknowledged before the replica was cut off, and is lost");
                        }
                    }
                }
                thing.begin(version, promoted);
            }
            load.isFailover = false;
            load.resolveDoubts();
            return lost;
        } finally {
            load.writing.writeLock().unlock();
        }
    }

    private static Map<String, Integer> published(Server server) throws Exception {
        Map<String, Integer> published = new HashMap<>();
        for (String row : server.sql("select id || ' ' || regexp_replace(headline, '\\D', '', 'g') from published_article").split("\n")) {
            published.put(row.split(" ")[0], Integer.parseInt(row.split(" ")[1]));
        }
        return published;
    }

    /** Publishes on some nodes until each has acknowledged it, and says how long after a moment that was. */
    private String written(List<Node> through, long since) throws Exception {
        List<java.util.concurrent.Future<Long>> done = new ArrayList<>();
        for (int i = 0; i < through.size(); i++) {
            Thing probe = probes.get(i);
            Node node = through.get(i);
            done.add(threads.submit(() -> {
                while (!attempt(probe, node) && System.nanoTime() - since < 6 * MOST_TO_WRITE) {
                    Thread.sleep(50);
                }
                return System.nanoTime() - since;
            }));
        }
        long most = 0;
        for (var each : done) {
            most = Math.max(most, each.get());
        }
        if (most > MOST_TO_WRITE) {
            load.violated("writes were not back within ten seconds");
        }
        return "written after %d ms".formatted(most / 1_000_000);
    }

    private static boolean attempt(Thing probe, Node node) throws InterruptedException {
        try {
            return probe.write(node);
        } catch (IOException unknown) {
            return false;
        }
    }

    private void checkAtTheEnd() throws Exception {
        Map<String, Integer> truth = published(primary);
        for (Thing thing : load.things) {
            int version = truth.getOrDefault(thing.id, -1);
            if (version < thing.last() || version > thing.tried || thing.lost.contains(version)) {
                load.violated("in the end version " + version + " of " + thing.id + " is public, where " + thing.last() + " was acknowledged");
            }
        }
        Map<String, Integer> copies = new HashMap<>();
        for (String headline : primary.sql("select content ->> 'headline' from article where content ->> 'headline' like 'Made %'").split("\n")) {
            copies.merge(headline, 1, Integer::sum);
        }
        copies.forEach((headline, count) -> {
            if (count > 1) {
                load.violated(headline + " was made " + count + " times");
            }
        });
        load.made.forEach((headline, made) -> {
            if (!copies.containsKey(headline)) {
                load.count("made, and lost by a failover");
                if (losses.stream().noneMatch(loss -> made.acknowledged() - loss[0] >= 0 && made.acknowledged() - loss[1] <= 0)) {
                    load.violated(headline + " was acknowledged, and is lost");
                }
            }
        });
    }
}
