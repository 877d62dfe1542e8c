import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** Asks for each filter of working copies, again and again, one request after the other. Arguments: URL, key, requests each. */
class Filters {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private static final List<String> QUERIES = List.of(
            "",
            "order=created",
            "order=headline",
            "order=scheduled",
            "slug=story-77",
            "language=be",
            "kind=page",
            "review=in-review",
            "review=in-review,approved",
            "live=false",
            "scheduled=true",
            "scheduled-before=" + NOW.plus(10, ChronoUnit.DAYS),
            "withdrawal=legal",
            "unpublished-changes=true",
            "modified-by=token:anna",
            "modified-after=" + NOW.minus(3, ChronoUnit.HOURS),
            "tag=topic-0",
            "tag=topic-399",
            "tag=topic-0,topic-1",
            "tag=topic-0,-topic-1",
            "section=politics&language=be",
            "modified-by=token:ivan&live=false",
            "review=in-review&count=exact");

    public static void main(String[] arguments) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        int requests = Integer.parseInt(arguments[2]);
        for (int i = 0; i < requests; i++) {
            for (String query : QUERIES) {
                ask(client, arguments, query);
            }
        }
        System.out.println("| filter | items | p50 ms | p99 ms |");
        System.out.println("|---|---|---|---|");
        for (String query : QUERIES) {
            double[] times = new double[requests];
            int items = 0;
            for (int i = 0; i < requests; i++) {
                long start = System.nanoTime();
                items = ask(client, arguments, query);
                times[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(times);
            System.out.printf(
                    "| %s | %d | %.1f | %.1f |%n",
                    query.isEmpty() ? "(none)" : query, items, times[requests / 2], times[requests * 99 / 100]);
        }
    }

    private static int ask(HttpClient client, String[] arguments, String query) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(arguments[0] + "/v1/editorial/articles?" + query.replace(" ", "%20")))
                .header("Authorization", "Bearer " + arguments[1])
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(query + ": " + answer.body());
        }
        return answer.body().split("\"modifiedAt\"", -1).length - 1;
    }
}
