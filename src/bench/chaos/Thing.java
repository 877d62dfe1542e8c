import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An article that one writer publishes again and again, each time with a higher version as its headline, and what was acknowledged of that. */
final class Thing {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** An acknowledged version. */
    record State(int version, Node node, long acknowledged) {}

    final String id;
    final ConcurrentLinkedDeque<State> states = new ConcurrentLinkedDeque<>();
    final Set<Integer> lost = ConcurrentHashMap.newKeySet();
    volatile int tried;

    private Thing(String id) {
        this.id = id;
    }

    static Thing create(Node node, String slug) throws Exception {
        HttpResponse<String> created = node.send("POST", "/v1/editorial/articles", "application/json", article(slug, "Version 0"), PATIENCE, Map.of());
        Matcher id = ID.matcher(created.body());
        if (created.statusCode() != 201 || !id.find()) {
            throw new IllegalStateException(created.body());
        }
        Thing thing = new Thing(id.group(1));
        if (!thing.write(node)) {
            throw new IllegalStateException("The first version is not published");
        }
        return thing;
    }

    static String article(String slug, String headline) {
        return """
                {"language": "en", "slug": "%s", "headline": "%s", "body": [{"type": "paragraph", "html": "Text."}]}"""
                .formatted(slug, headline);
    }

    /** Writes and publishes the next version as an editor's tool does, on what it has read; whether that was acknowledged. */
    boolean write(Node node) throws IOException, InterruptedException {
        String path = "/v1/editorial/articles/" + id;
        HttpResponse<String> read = node.get(path, PATIENCE);
        if (read.statusCode() != 200) {
            return false;
        }
        int version = ++tried;
        HttpResponse<String> changed = node.send(
                "PATCH", path, "application/merge-patch+json", "{\"headline\": \"Version " + version + "\"}", PATIENCE, match(read));
        if (changed.statusCode() != 200) {
            return false;
        }
        HttpResponse<String> published = node.send("PUT", path + "/publication", null, null, PATIENCE, match(changed));
        if (published.statusCode() != 200) {
            return false;
        }
        states.add(new State(version, node, System.nanoTime()));
        while (states.size() > 200) {
            states.removeFirst();
        }
        return true;
    }

    private static Map<String, String> match(HttpResponse<String> read) {
        return Map.of("If-Match", read.headers().firstValue("ETag").orElseThrow());
    }

    /** The lowest version that a node may answer with, when it was asked at a moment. */
    int least(Node node, long asked, long bound) {
        int least = 0;
        for (State state : states) {
            if (asked - state.acknowledged() >= (state.node() == node ? 0 : bound)) {
                least = state.version();
            }
        }
        return least;
    }

    /** The newest acknowledged version. */
    int last() {
        return states.getLast().version();
    }

    /** What was acknowledged before another server took over and is newer than what that had then, is lost. */
    void begin(int base, long promoted) {
        for (State state : states) {
            if (state.version() > base && state.acknowledged() - promoted < 0) {
                lost.add(state.version());
            }
        }
        states.removeIf(state -> state.acknowledged() - promoted < 0);
        states.addFirst(new State(base, null, promoted));
    }
}
