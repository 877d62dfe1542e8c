import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes and publishes so many articles a second, as a newsroom does while everybody reads.
 *
 * <p>{@code java src/bench/Publications.java URL KEY RATE SECONDS}
 */
final class Publications {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Long> times = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final String url;
    private final String key;

    private Publications(String url, String key) {
        this.url = url;
        this.key = key;
    }

    public static void main(String... arguments) throws Exception {
        Publications publications = new Publications(arguments[0], arguments[1]);
        int rate = Integer.parseInt(arguments[2]);
        int count = rate * Integer.parseInt(arguments[3]);
        CountDownLatch left = new CountDownLatch(count);
        ScheduledExecutorService editors = Executors.newScheduledThreadPool(8);
        for (int i = 0; i < count; i++) {
            int number = i;
            editors.schedule(() -> publications.publish(number, left), 1_000_000L * i / rate, TimeUnit.MICROSECONDS);
        }
        left.await();
        editors.shutdown();
        Collections.sort(publications.times);
        System.out.printf("%d published, %d failed %s; %d ms (median), %d ms (p99)%n",
                publications.times.size(),
                publications.failures.size(),
                publications.failures.stream().limit(3).toList(),
                publications.times.get(publications.times.size() / 2),
                publications.times.get(publications.times.size() * 99 / 100));
    }

    private void publish(int number, CountDownLatch left) {
        try {
            String text = "Lorem ipsum dolor sit amet, consectetur adipiscing elit. ".repeat(20);
            String article = send("POST", "/v1/editorial/articles", """
                    {"language": "en", "headline": "Breaking %d", "body": [{"type": "paragraph", "html": "%s"}]}
                    """.formatted(number, text));
            Matcher id = ID.matcher(article);
            if (!id.find()) {
                throw new IllegalStateException(article);
            }
            long began = System.nanoTime();
            send("PUT", "/v1/editorial/articles/" + id.group(1) + "/publication", "{}");
            times.add((System.nanoTime() - began) / 1_000_000);
        } catch (Exception e) {
            failures.add(e.toString());
        } finally {
            left.countDown();
        }
    }

    private String send(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
