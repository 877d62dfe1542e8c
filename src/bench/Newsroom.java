import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code src/bench/newsroom} measures, on nodes that run already. The second node is killed, the third has no cache.
 *
 * <p>{@code java src/bench/Newsroom.java PSQL KEY PID URL URL URL}
 */
final class Newsroom {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final int SCHEDULED = 100;
    private static final int LISTS = 50;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> psql;
    private final String key;
    private final List<String> nodes;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private Newsroom(List<String> psql, String key, List<String> nodes) {
        this.psql = psql;
        this.key = key;
        this.nodes = nodes;
    }

    public static void main(String... arguments) throws Exception {
        Newsroom newsroom = new Newsroom(
                Arrays.asList(arguments[0].split(" ")),
                arguments[1],
                Arrays.asList(arguments).subList(3, 6));
        newsroom.front();
        newsroom.rules();
        newsroom.schedule("three nodes, not warm", null);
        newsroom.schedule("three nodes", null);
        newsroom.schedule("three nodes, one killed at that second", ProcessHandle.of(Long.parseLong(arguments[2])).orElseThrow());
    }

    /** All for one second; then what the change log and the commits say. */
    private void schedule(String name, ProcessHandle victim) throws Exception {
        Instant at = Instant.now().plusSeconds(6).truncatedTo(ChronoUnit.SECONDS);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < SCHEDULED; i++) {
            String id = create("articles", article("Scheduled " + i, ""));
            send(nodes.get(0), "PUT", "/v1/editorial/articles/" + id + "/publication", "{\"at\": \"" + at + "\"}");
            ids.add(id);
        }
        if (Instant.now().isAfter(at)) {
            throw new IllegalStateException("too slow to schedule in time");
        }
        if (victim != null) {
            Thread.sleep(Duration.between(Instant.now(), at).toMillis() + 250);
            victim.destroyForcibly();
        }
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), at).toMillis()) + 5_000);
        String in = "('" + String.join("','", ids) + "')";
        System.out.println("schedule, " + name + ": " + sql("select count(*) || ' publications of ' || count(distinct target_id)"
                + " || ' articles; late by ' || round(1000 * percentile_cont(0.5) within group (order by late)) || ' ms (median), '"
                + " || round(1000 * percentile_cont(0.99) within group (order by late)) || ' ms (p99), '"
                + " || round(1000 * max(late)) || ' ms (most)'"
                + " from (select target_id, extract(epoch from pg_xact_commit_timestamp(transaction::xid) - '" + at + "'::timestamptz) late"
                + " from change where event = 'PUBLISHED' and target_id in " + in + ") published"));
    }

    private void rules() throws Exception {
        String tag = "rules-" + run;
        create("tags", "{\"type\": \"topic\", \"slug\": \"" + tag + "\", \"names\": {\"en\": \"Rules\"}}");
        List<Long> before = published(tag, 50, List.of());
        List<String> lists = new ArrayList<>();
        for (int i = 0; i < LISTS; i++) {
            String id = create("story-lists", "{\"title\": \"Rule " + run + " " + i + "\", \"rule\": {\"tag\": \"" + tag + "\", \"limit\": 10}}");
            send(nodes.get(0), "PUT", "/v1/editorial/story-lists/" + id + "/publication", "{}");
            lists.add(id);
        }
        List<Long> right = new ArrayList<>();
        List<Long> after = published(tag, 50, lists, right);
        System.out.printf(
                "publishing an article: %d ms (median) without, %d ms with %d lists whose rule matches it; all of them right after %d ms (median), %d ms (most)%n",
                median(before), median(after), LISTS, median(right), right.stream().max(Long::compare).orElseThrow());
    }

    private List<Long> published(String tag, int count, List<String> lists) throws Exception {
        return published(tag, count, lists, new ArrayList<>());
    }

    private List<Long> published(String tag, int count, List<String> lists, List<Long> right) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = create("articles", article("Ruled " + i, "\"" + tag + "\""));
            long began = System.nanoTime();
            send(nodes.get(0), "PUT", "/v1/editorial/articles/" + id + "/publication", "{}");
            times.add((System.nanoTime() - began) / 1_000_000);
            long published = System.nanoTime();
            for (String list : lists) {
                while (!send(nodes.get(0), "GET", "/v1/story-lists/" + list, null).contains(id)) {
                    Thread.sleep(2);
                }
            }
            if (!lists.isEmpty()) {
                right.add((System.nanoTime() - published) / 1_000_000);
            }
        }
        return times;
    }

    private void front() throws Exception {
        StringBuilder sections = new StringBuilder("{\"placement\": \"sidebar\"}");
        for (int i = 0; i < 12; i++) {
            StringBuilder items = new StringBuilder();
            for (int j = 0; j < 5; j++) {
                String found = send(nodes.get(0), "GET", "/v1/articles/story-" + (i * 100 + j), null);
                items.append(j == 0 ? "" : ",").append("{\"article\": \"").append(id(found)).append("\"}");
            }
            String list = create("story-lists", "{\"title\": \"Front " + run + " " + i + "\", \"items\": [" + items
                    + "], \"rule\": {\"tag\": \"topic-" + i + "\", \"limit\": 5}}");
            send(nodes.get(0), "PUT", "/v1/editorial/story-lists/" + list + "/publication", "{}");
            sections.append(",{\"list\": \"").append(list).append("\"}");
        }
        String front = create("fronts", "{\"title\": \"Front " + run + "\", \"sections\": [" + sections + "]}");
        send(nodes.get(0), "PUT", "/v1/editorial/fronts/" + front + "/publication", "{}");
        Thread.sleep(1_500);
        String path = "/v1/fronts/" + front;
        for (int i = 0; i < 200; i++) {
            send(nodes.get(2), "GET", path, null);
        }
        sql("select pg_stat_statements_reset()");
        List<Long> times = new ArrayList<>();
        String answer = "";
        for (int i = 0; i < 100; i++) {
            long began = System.nanoTime();
            answer = send(nodes.get(2), "GET", path, null);
            times.add((System.nanoTime() - began) / 1_000);
        }
        String statements = sql("select sum(calls) from pg_stat_statements where calls >= 100 and query ~ 'published_(front|list|article|callout)'");
        System.out.printf(
                "front of 12 lists and %d entries, without a cache: %s statements for 100 answers of %d KB; %d ms (median)%n",
                answer.split("\"number\":").length - 1, statements, answer.length() / 1_000, median(times) / 1_000);
    }

    private static String article(String headline, String tags) {
        return "{\"language\": \"en\", \"headline\": \"" + headline + "\", \"tags\": [" + tags
                + "], \"body\": [{\"type\": \"paragraph\", \"html\": \"Text.\"}]}";
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private String create(String kind, String json) throws Exception {
        return id(send(nodes.get(0), "POST", "/v1/editorial/" + kind, json));
    }

    private static String id(String json) {
        Matcher id = ID.matcher(json);
        if (!id.find()) {
            throw new IllegalStateException(json);
        }
        return id.group(1);
    }

    private String send(String node, String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.body());
        }
        return answer.body();
    }

    private String sql(String query) throws Exception {
        List<String> command = new ArrayList<>(psql);
        command.add("-c");
        command.add(query);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes()).strip();
        process.waitFor();
        return answer;
    }
}
