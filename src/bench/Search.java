import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks each question once, one after the other, and prints how long they took; then with two at a time for some seconds, and
 * PostgreSQL the same questions.
 *
 * <p>{@code java -cp postgresql.jar src/bench/Search.java http://localhost:8080 jdbc:postgresql://… 1000}
 */
final class Search {

    private static final String[] WORDS = ("город улица мост вокзал суд закон выборы депутат министр больница врач школа учитель"
                    + " студент завод рабочий забастовка река погода снег дождь лето зима граница таможня поезд автобус дорога"
                    + " ремонт квартира цена рубль зарплата налог банк бюджет газ свет вода хлеб молоко рынок магазин театр музей"
                    + " книга писатель художник концерт фестиваль команда матч тренер гол победа журналист редакция свидетель"
                    + " следователь приговор адвокат письмо семья дети бабушка дом деревня поле лес озеро")
            .split(" ");
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final int WARM = 500;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(20261128);
    private final Set<String> asked = new LinkedHashSet<>();
    private final String program;

    private Search(String program) {
        this.program = program;
    }

    public static void main(String... arguments) throws Exception {
        Search search = new Search(arguments[0]);
        int requests = Integer.parseInt(arguments[2]);
        for (int i = 0; i < WARM; i++) {
            search.ask("/v1/search?q=" + search.words() + (i % 2 == 0 ? "" : "&facets=tag,month&highlight=true"));
        }
        search.time("relevance", requests, "/v1/search?q=%s");
        search.time("newest", requests, "/v1/search?q=%s&order=newest");
        search.time("facets and highlights", requests, "/v1/search?q=%s&facets=tag,language,month&highlight=true");
        search.time("newest, facets, highlights", requests, "/v1/search?q=%s&order=newest&facets=tag,language,month&highlight=true");
        search.suggestions(requests);
        double own = search.perSecond();
        double theirs = fullText(arguments[1], search);
        System.out.printf("%-28s %8.0f a second%n", "Dateline, two at a time", own);
        System.out.printf("%-28s %8.1f a second; %.0f times%n", "PostgreSQL's full text", theirs, own / theirs);
    }

    /** One to four words that were not asked for together before. */
    private String words() {
        while (true) {
            StringBuilder words = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--) {
                words.append(WORDS[random.nextInt(WORDS.length)]).append(i > 0 ? " " : "");
            }
            if (words.indexOf(" ") < 0 || asked.add(words.toString())) {
                return URLEncoder.encode(words.toString(), StandardCharsets.UTF_8);
            }
        }
    }

    private void time(String what, int requests, String address) throws IOException, InterruptedException {
        long[] times = new long[requests];
        for (int i = 0; i < requests; i++) {
            String target = address.formatted(words()) + "&limit=" + (10 + i % 90); // a page that nobody has asked for
            long since = System.nanoTime();
            ask(target);
            times[i] = System.nanoTime() - since;
        }
        print(what, times);
    }

    private void suggestions(int requests) throws IOException, InterruptedException {
        long[] times = new long[requests];
        for (int i = 0; i < requests; i++) {
            String word = WORDS[random.nextInt(WORDS.length)];
            String begun = word.substring(0, 1 + random.nextInt(word.length()));
            long since = System.nanoTime();
            ask("/v1/suggest?q=" + URLEncoder.encode(begun, StandardCharsets.UTF_8) + "&limit=" + (1 + i % 20));
            times[i] = System.nanoTime() - since;
        }
        print("suggest", times);
    }

    private static void print(String what, long[] times) {
        Arrays.sort(times);
        System.out.printf(
                "%-28s p50 %6.2f ms   p99 %6.2f ms%n", what, times[times.length / 2] / 1e6, times[times.length * 99 / 100] / 1e6);
    }

    private void ask(String target) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(program + target)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(target + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private double perSecond() throws InterruptedException {
        return perSecond(() -> {
            String words;
            synchronized (this) {
                words = words();
            }
            ask("/v1/search?q=" + words + "&limit=20");
        });
    }

    private static double fullText(String database, Search search) throws Exception {
        ThreadLocal<Connection> connections = ThreadLocal.withInitial(() -> {
            try {
                return DriverManager.getConnection(database, "postgres", "");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        return perSecond(() -> {
            String words;
            synchronized (search) {
                words = search.words().replace("+", " | ");
            }
            try (PreparedStatement query = connections.get().prepareStatement(
                    "select id, card from fulltext, to_tsquery('russian', ?) q where words @@ q order by ts_rank(words, q) desc limit 20")) {
                query.setString(1, java.net.URLDecoder.decode(words, StandardCharsets.UTF_8));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        rows.getString(2);
                    }
                }
            }
        });
    }

    private interface Question {
        void ask() throws Exception;
    }

    private static double perSecond(Question question) throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        long end = System.nanoTime() + EACH.toNanos();
        List<Thread> threads = List.of(new Thread(() -> repeat(question, count, end)), new Thread(() -> repeat(question, count, end)));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return count.get() / (double) EACH.toSeconds();
    }

    private static void repeat(Question question, AtomicInteger count, long end) {
        try {
            while (System.nanoTime() < end) {
                question.ask();
                count.incrementAndGet();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
