package dev.dateline.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.Newsroom;
import dev.dateline.Pictures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can only be seen from outside the process. */
class ProcessIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WRITES = 1000;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedWriteSurvivesTheKillOfProgramAndDatabase() throws Exception {
        RunningProgram program = new RunningProgram(folder);
        Map<String, Boolean> acknowledged = new ConcurrentHashMap<>();
        Random random = new Random();
        program.start();
        for (int round = 0; round < 5; round++) {
            AtomicInteger left = new AtomicInteger(WRITES / 5);
            ExecutorService writers = Executors.newFixedThreadPool(4);
            for (int writer = 0; writer < 4; writer++) {
                writers.execute(() -> write(program, acknowledged, left));
            }
            int before = acknowledged.size();
            int enough = before + 30 + random.nextInt(100);
            while (acknowledged.size() < enough && left.get() > 0) {
                Thread.sleep(5);
            }
            program.killBoth();
            writers.shutdownNow();
            assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(acknowledged.size()).as("writes before the kill").isGreaterThan(before);
            program.start();
            check(program, acknowledged);
        }
        assertThat(program.terminate()).isIn(0, 143);
    }

    @Test
    void everyAcknowledgedPictureSurvivesTheKillOfProgramAndDatabase() throws Exception {
        RunningProgram program = new RunningProgram(folder);
        Map<String, byte[]> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        program.start();
        for (int round = 1; round <= 2; round++) {
            ExecutorService editors = Executors.newFixedThreadPool(3);
            for (int editor = 0; editor < 3; editor++) {
                editors.execute(() -> upload(program, acknowledged, next));
            }
            int enough = round * 4;
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= enough);
            program.killBoth();
            editors.shutdownNow();
            assertThat(editors.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            program.start();
            for (Map.Entry<String, byte[]> picture : acknowledged.entrySet()) {
                String path = "/v1/editorial/images/" + picture.getKey();
                assertThat(program.bytes(path + "/original").body()).isEqualTo(picture.getValue());
                assertThat(program.bytes(path + "/renditions/full/160.jpg").statusCode())
                        .isEqualTo(200);
            }
        }
        program.terminate();
    }

    private static void upload(RunningProgram program, Map<String, byte[]> acknowledged, AtomicInteger next) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                byte[] picture = Pictures.jpeg(320, 240, next.incrementAndGet());
                var answer = program.upload(picture);
                if (answer.statusCode() == 201) {
                    acknowledged.put(JSON.readTree(answer.body()).get("id").textValue(), picture);
                }
            }
        } catch (IOException | InterruptedException killed) {
            // what the test waits for
        }
    }

    private static void write(RunningProgram program, Map<String, Boolean> acknowledged, AtomicInteger left) {
        try {
            while (left.decrementAndGet() >= 0) {
                var created = program.post(
                        "/v1/editorial/articles",
                        "{\"language\": \"be\", \"headline\": \"Напісана\", \"body\": [{\"type\": \"paragraph\", \"html\": \"Так.\"}]}");
                String id = JSON.readTree(created.body()).get("id").textValue();
                acknowledged.put(id, false);
                if (program.publish(id).statusCode() == 200) {
                    acknowledged.put(id, true);
                }
            }
        } catch (IOException | InterruptedException killed) {
            // what the test waits for
        }
    }

    /** Everything acknowledged is there, and what is public is so in both halves. */
    private static void check(RunningProgram program, Map<String, Boolean> acknowledged) throws Exception {
        for (Map.Entry<String, Boolean> write : acknowledged.entrySet()) {
            JsonNode working = JSON.readTree(
                    program.get("/v1/editorial/articles/" + write.getKey()).body());
            assertThat(working.path("headline").asText()).isEqualTo("Напісана");
            var read = program.get("/v1/articles/" + write.getKey());
            if (write.getValue()) {
                assertThat(read.statusCode()).isEqualTo(200);
            }
            boolean published = working.has("live");
            assertThat(read.statusCode()).isEqualTo(published ? 200 : 404);
            if (published) {
                assertThat(JSON.readTree(read.body()).at("/body/blocks/0/html").textValue())
                        .isEqualTo("Так.");
                assertThat(program.get("/v1/articles/" + working.get("slug").textValue())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void whatCameDueWhileTheProgramWasDownGoesOutAtItsStart() throws Exception {
        RunningProgram program = new RunningProgram(folder);
        program.start();
        String id = JSON.readTree(program.post("/v1/editorial/articles", Newsroom.article("be", "У свой час"))
                        .body())
                .get("id")
                .textValue();
        Instant at = Instant.now().plusSeconds(2);
        assertThat(program.schedule(id, at).statusCode()).isEqualTo(200);
        program.kill();
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), at).toMillis() + 100));
        program.start();
        Instant started = Instant.now();
        while (program.get("/v1/articles/" + id).statusCode() != 200) {
            assertThat(Instant.now()).isBefore(started.plusSeconds(1));
            Thread.sleep(20);
        }
        JsonNode trail = JSON.readTree(
                program.get("/v1/editorial/audit?action=publish&target=" + id).body());
        assertThat(trail.get("items")).hasSize(1);
        program.terminate();
    }

    @Test
    void nodesWhoseClocksAreWrongGoByTheDatabasesClock() throws Exception {
        assumeTrue(Files.exists(RunningProgram.CLOCK_THAT_LIES), "needs Debian's package faketime");
        RunningProgram program = new RunningProgram(folder);
        program.start();
        RunningProgram ahead = program.nodeWithClock("+1h");
        RunningProgram behind = program.nodeWithClock("-1h");
        try {
            ahead.start();
            behind.start();
            for (RunningProgram node : List.of(ahead, behind)) {
                assertThat(node.get("/health/ready").body().replace(" ", "")).contains("\"clockDiffers\":true");
                assertThat(Files.readString(node.log())).containsOnlyOnce("The clock of this computer is");
                publishedNow(node);
            }
            assertThat(program.get("/health/ready").body().replace(" ", "")).contains("\"clockDiffers\":false");

            String secret = created(ahead, "embargoedUntil", Instant.now().plusSeconds(60));
            assertThat(ahead.publish(secret, key(ahead, Instant.now().plusSeconds(60)))
                            .statusCode())
                    .as("under embargo")
                    .isEqualTo(409);

            String later = created(ahead, "externalId", "later");
            Instant at = Instant.now().plusSeconds(4);
            assertThat(ahead.schedule(later, at).statusCode()).isEqualTo(200);
            String over = created(behind, "externalId", "over");
            Instant end = Instant.now().plusSeconds(5);
            assertThat(behind.publish(over, "until", end).statusCode()).isEqualTo(200);
            String key = key(behind, end);
            for (RunningProgram node : List.of(program, ahead, behind)) {
                await().until(() -> node.get("/v1/articles/" + over).statusCode() == 200);
                assertThat(node.get("/v1/articles/" + later).statusCode()).isEqualTo(404);
                assertThat(node.get("/v1/articles", key).statusCode()).isEqualTo(200);
            }
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()) + 1_500);
            for (RunningProgram node : List.of(program, ahead, behind)) {
                assertThat(node.get("/v1/articles/" + over).statusCode()).isEqualTo(410);
                assertThat(node.get("/v1/articles/" + later).statusCode()).isEqualTo(200);
                assertThat(node.get("/v1/editorial/articles", key).statusCode()).isEqualTo(401);
            }
        } finally {
            ahead.terminate();
            behind.terminate();
            program.terminate();
        }
    }

    @Test
    void aNodeThatFreezesWhileItPublishesHoldsUpTheOthersForSecondsOnly() throws Exception {
        RunningProgram program = new RunningProgram(folder);
        program.start();
        RunningProgram frozen = program.node("frozen");
        ExecutorService editors = Executors.newFixedThreadPool(4);
        try {
            frozen.start();
            String mine = created(program, "externalId", "mine");
            for (int editor = 0; editor < 4; editor++) {
                String id = created(frozen, "externalId", "theirs " + editor);
                editors.execute(() -> publishAgainAndAgain(frozen, id));
            }
            Thread.sleep(2_000);
            frozen.signal("STOP");
            Instant stopped = Instant.now();
            assertThat(program.publish(mine).statusCode()).isEqualTo(200);
            assertThat(Duration.between(stopped, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(program.get("/v1/editorial/articles").statusCode()).isEqualTo(200);
            String since = created(program, "externalId", "since");
            assertThat(program.publish(since).statusCode()).isEqualTo(200);

            frozen.signal("CONT");
            editors.shutdownNow();
            await().until(() -> frozen.get("/v1/articles/" + since).statusCode() == 200);
            await().until(() -> frozen.publish(mine).statusCode() == 200);
        } finally {
            editors.shutdownNow();
            frozen.signal("CONT");
            frozen.terminate();
            program.terminate();
        }
    }

    private static void publishAgainAndAgain(RunningProgram node, String id) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                node.publish(id);
            }
        } catch (IOException | InterruptedException stopped) {
            // what the test waits for
        }
    }

    private static String created(RunningProgram node, String field, Object value) throws Exception {
        String article =
                Newsroom.article("en", "Timed " + field).replaceFirst("\\{", "{\"" + field + "\": \"" + value + "\", ");
        return JSON.readTree(node.post("/v1/editorial/articles", article).body())
                .get("id")
                .textValue();
    }

    /** What is published on a node has the time of its publication, and may have been published elsewhere a minute ago. */
    private static void publishedNow(RunningProgram node) throws Exception {
        String id = created(node, "externalId", "now " + node.port());
        assertThat(node.publish(id).statusCode()).isEqualTo(200);
        HttpResponse<String> read = node.get("/v1/articles/" + id);
        assertThat(Instant.parse(JSON.readTree(read.body()).get("publishedAt").textValue()))
                .isCloseTo(Instant.now(), within(20, ChronoUnit.SECONDS));
        assertThat(read.headers()
                        .firstValue("Date")
                        .map(RFC_1123_DATE_TIME::parse)
                        .map(Instant::from))
                .hasValueSatisfying(date -> assertThat(date).isCloseTo(Instant.now(), within(20, ChronoUnit.SECONDS)));
        String elsewhere = created(node, "externalId", "elsewhere " + node.port());
        assertThat(node.publish(elsewhere, "publishedAt", Instant.now().minusSeconds(60))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String key(RunningProgram node, Instant end) throws Exception {
        String made = node.post(
                        "/v1/editorial/keys",
                        "{\"name\": \"Short\", \"role\": \"editor\", \"expiresAt\": \"" + end + "\"}")
                .body();
        return JSON.readTree(made).get("key").textValue();
    }

    @Test
    void aStopEndsOpenStreamsAtOnce() throws Exception {
        RunningProgram program = new RunningProgram(folder);
        program.start();
        try (Socket client = new Socket("localhost", program.port())) {
            client.setSoTimeout(20_000);
            client.getOutputStream()
                    .write("GET /v1/changes/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            assertThat(client.getInputStream().read()).isEqualTo('H');
            Instant signalled = Instant.now();
            assertThat(program.terminate()).isIn(0, 143);
            assertThat(Duration.between(signalled, Instant.now())).isLessThan(Duration.ofSeconds(5));
            String heard = new String(client.getInputStream().readAllBytes(), US_ASCII);
            assertThat(heard).contains("retry:").endsWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void aSecondInstanceIsRefusedAndASignalStopsBothProcesses() throws Exception {
        RunningProgram program = new RunningProgram(folder);
        program.start();
        Process second = program.launch("import", "pom.xml");
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(Files.readString(program.log())).contains("in use by another running Dateline");

        long postmaster = program.postmaster();
        assertThat(program.terminate()).isIn(0, 143);
        ProcessHandle.of(postmaster)
                .ifPresent(
                        server -> server.onExit().orTimeout(5, TimeUnit.SECONDS).join());
        assertThat(Files.readString(program.log())).doesNotContain("Exception").doesNotContain("ERROR");
    }

    @Test
    void readersAreServedFromMemoryWhileTheDatabaseIsAway() throws Exception {
        RunningProgram program = new RunningProgram(folder);
        program.start();
        try {
            String created = program.post("/v1/editorial/articles", Newsroom.article("en", "Read all about it"))
                    .body();
            program.publish(Newsroom.tree(created).get("id").textValue());
            String hot = "/v1/articles/read-all-about-it";
            assertThat(program.get(hot).statusCode()).isEqualTo(200);
            await().until(() -> program.get("/v1/search?q=reading").statusCode() == 200);
            program.signalDatabase("STOP");
            try {
                Thread.sleep(1_500);
                HttpResponse<String> stale = program.get(hot);
                assertThat(stale.statusCode()).isEqualTo(200);
                assertThat(stale.headers().firstValue("Cache-Status"))
                        .hasValueSatisfying(status -> assertThat(status).contains("ttl=-1"));
                assertThat(stale.headers().firstValue("Cache-Control"))
                        .hasValueSatisfying(control -> assertThat(control).contains("max-age=0"));
                HttpResponse<String> found = program.get("/v1/search?q=reading");
                assertThat(found.body()).contains("Read all about it");
                assertThat(found.headers().firstValue("Cache-Status"))
                        .hasValueSatisfying(status -> assertThat(status).contains("ttl=-1"));
                long began = System.nanoTime();
                HttpResponse<String> cold = program.get("/v1/articles?limit=7");
                assertThat(cold.statusCode()).isEqualTo(503);
                assertThat(cold.headers().firstValue("Retry-After")).isPresent();
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
            } finally {
                program.signalDatabase("CONT");
            }
            Thread.sleep(2_000);
            assertThat(program.get("/v1/articles?limit=7").statusCode()).isEqualTo(200);
            assertThat(program.get(hot).headers().firstValue("Cache-Status")).hasValue("Dateline; hit");

            program.killDatabase();
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> program.get("/health/ready").body().replace(" ", ""),
                            body -> body.contains("\"restarts\":1") && body.contains("\"answers\":true"));
            assertThat(program.get("/v1/articles?limit=8").statusCode()).isEqualTo(200);
            assertThat(program.post("/v1/editorial/articles", Newsroom.article("en", "Written again"))
                            .statusCode())
                    .isEqualTo(201);
        } finally {
            program.terminate();
        }
    }

    @Test
    void clientsWhoTakeLongAnswersSlowlyKeepNobodyFromShortOnes() throws Exception {
        RunningProgram program = new RunningProgram(folder, "-XX:MaxDirectMemorySize=16m");
        program.start();
        for (String article : List.of(Newsroom.longArticle("Long", 700), Newsroom.article("en", "Short"))) {
            program.publish(Newsroom.tree(
                            program.post("/v1/editorial/articles", article).body())
                    .get("id")
                    .textValue());
        }
        List<Socket> idlers = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < 30; i++) {
            Socket idler = new Socket();
            idler.setReceiveBufferSize(4_096);
            idler.setSoTimeout(20_000);
            idler.connect(new InetSocketAddress("localhost", program.port()));
            idlers.add(idler);
            refused += isRefused(idler, "/v1/articles?view=full&body=html&tag=-made-up-" + i) ? 1 : 0;
        }
        assertThat(refused).as("long answers refused").isBetween(1, 29);
        for (String format : List.of("blocks", "html", "markdown", "text", "none")) {
            assertThat(program.get("/v1/articles/short?body=" + format).statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> another = program.get("/v1/articles?view=full&body=html&limit=3");
        assertThat(another.statusCode()).isEqualTo(503);
        assertThat(another.headers().firstValue("Retry-After")).isPresent();
        for (Socket idler : idlers) {
            idler.close();
        }
        Instant left = Instant.now();
        while (program.get("/v1/articles?view=full&body=html&limit=4").statusCode() != 200) {
            assertThat(Instant.now()).isBefore(left.plusSeconds(5));
            Thread.sleep(20);
        }
        program.terminate();
        assertThat(Files.readString(program.log())).doesNotContain("OutOfMemory");
    }

    @Test
    void clientsWhoSendFarAheadAndTakeNothingDoNotUseUpTheMemory() throws Exception {
        RunningProgram program = new RunningProgram(folder, "-Xmx128m");
        program.start();
        ByteBuffer ahead = US_ASCII.encode("GET /v1 HTTP/1.1\r\nHost: x\r\n\r\n".repeat(20_000));
        List<SocketChannel> clients = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            SocketChannel client = SocketChannel.open(new InetSocketAddress("localhost", program.port()));
            client.configureBlocking(false);
            client.write(ahead.duplicate());
            clients.add(client);
        }
        for (int i = 1; i <= 20; i++) {
            assertThat(program.get("/v1/tags?limit=" + i).statusCode()).isEqualTo(200);
            Thread.sleep(50);
        }
        for (SocketChannel client : clients) {
            client.close();
        }
        program.terminate();
        assertThat(Files.readString(program.log())).doesNotContain("OutOfMemory");
    }

    /** Asks, and takes the first line of the answer and no more. */
    private static boolean isRefused(Socket client, String path) throws IOException {
        client.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(US_ASCII));
        return new String(client.getInputStream().readNBytes(12), US_ASCII).endsWith("503");
    }

    @Test
    void aBackUpOfARunningNewsroomIsRestoredElsewhere() throws Exception {
        RunningProgram program = new RunningProgram(folder);
        program.start();
        String id = created(program, "externalId", "kept");
        assertThat(program.publish(id).statusCode()).isEqualTo(200);
        String draft = created(program, "externalId", "draft");
        Path file = folder.resolve("newsroom.zip");

        assertThat(program.launch("backup", file.toString()).waitFor()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(program.launch("backup", file.toString()).waitFor())
                .as("it is not written over")
                .isEqualTo(1);
        String working = program.get("/v1/editorial/articles/" + draft).body();
        String live = program.get("/v1/articles/" + id + "?body=html").body();
        String trail = program.get("/v1/editorial/audit").body();
        program.terminate();
        assertThat(program.launch("restore", file.toString()).waitFor())
                .as("the database is not empty")
                .isEqualTo(1);

        RunningProgram restored = new RunningProgram(Files.createDirectory(folder.resolve("restored")));
        assertThat(restored.launch("restore", program.log().toString()).waitFor())
                .as("no back-up")
                .isEqualTo(1);
        assertThat(restored.launch("restore", file.toString()).waitFor()).isZero();
        restored.start();
        assertThat(restored.get("/v1/editorial/articles/" + draft).body()).isEqualTo(working);
        assertThat(restored.get("/v1/articles/" + id + "?body=html").body()).isEqualTo(live);
        assertThat(restored.get("/v1/editorial/audit").body()).isEqualTo(trail);
        assertThat(restored.publish(draft).statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(restored.get("/v1/articles").body()).get("items"))
                .hasSize(2);
        restored.terminate();
    }

    @Test
    void theCommandLineImportsAFileAndWhatIsImportedOverHttpMustBeApprovedWhereAllMust() throws Exception {
        RunningProgram program =
                new RunningProgram(folder).with(Map.of("DATELINE_PUBLISHING_APPROVAL_REQUIRED", "true"));
        Path file = folder.resolve("articles.ndjson");
        Files.writeString(file, """
                {"article": {"externalId": "cli:1", "language": "en", "headline": "From the command line", "body": [{"type": "paragraph", "html": "x"}]}, "publication": {}}
                {"article": {"externalId": "cli:2", "language": "en", "headlin": "x"}}
                """);
        assertThat(program.launch("import", file.toString()).waitFor())
                .as("one record failed")
                .isEqualTo(1);
        assertThat(Files.readString(program.log())).contains("1 created", "1 failed", "/headlin");
        assertThat(program.launch("import", "no-such-file.ndjson").waitFor()).isEqualTo(2);
        program.start();
        assertThat(program.get("/v1/articles/from-the-command-line").statusCode())
                .isEqualTo(200);

        String id = Newsroom.tree(program.post("/v1/editorial/imports", """
                        {"article": {"externalId": "http:1", "language": "en", "headline": "Nobody approved this", "body": [{"type": "paragraph", "html": "x"}]}, "publication": {}}
                        """, "application/x-ndjson")
                        .body())
                .get("id")
                .textValue();
        await().until(() -> program.get("/v1/editorial/imports/" + id).body().contains("\"finished\""));
        assertThat(program.get("/v1/editorial/imports/" + id + "/problems").body())
                .contains("was not approved", "but a draft");
        assertThat(program.get("/v1/editorial/articles?external-id=http:1").body())
                .contains("Nobody approved this");
        assertThat(program.get("/v1/articles/nobody-approved-this").statusCode())
                .isEqualTo(404);
        program.terminate();
    }
}
