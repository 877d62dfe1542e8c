import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends requests that are made from both OpenAPI documents, right ones and wrong ones, to a running program. Fails when an answer has
 * a status that its operation does not declare, when it is 500, or when a refusal is no problem.
 *
 * <p>{@code java -cp 'target/quarkus-app/lib/main/*' src/bench/Generated.java URL KEY COUNT SEED}, with the admin's key.
 */
final class Generated {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 8;
    private static final int MOST_KNOWN = 2_000;
    private static final Pattern ID = Pattern.compile("\"(?:id|slug)\":\"([^\"]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    private static final List<String> STRANGE = List.of(
            "", " ", "null", "0", "-1", "99999999999999999999", "1e9", "true", "[]", "{}", "*", "a".repeat(300), "../..", "%", "%00", "\u0000",
            "'; --", "<script>", "ё́ў", "😀", "\u202Eabc", "\uFEFF", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00", "-999999999-01-01T00:00:00Z",
            "00000000-0000-0000-0000-000000000000", "a,b,,c", "tag:", "x".repeat(3_000));

    private record Operation(String method, String path, List<JsonNode> parameters, JsonNode body, Set<String> statuses, JsonNode document) {
        String name() {
            return method + " " + path;
        }
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
    private final String url;
    private final String key;
    private final List<Operation> operations = new ArrayList<>();
    private final List<String> known = new ArrayList<>(List.of("belarus", "news"));
    private final Map<String, List<String>> knownThere = new ConcurrentHashMap<>();
    private final List<String> tags = new ArrayList<>(List.of("*"));
    private final Map<String, LongAdder> statuses = new ConcurrentHashMap<>();
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();
    private final AtomicInteger strange = new AtomicInteger();
    private String readerKey;

    private Generated(String url, String key) {
        this.url = url;
        this.key = key;
    }

    public static void main(String... arguments) throws Exception {
        Generated run = new Generated(arguments[0], arguments[1]);
        run.learn("delivery");
        run.learn("editorial");
        System.exit(run.run(Long.parseLong(arguments[2]), Long.parseLong(arguments[3])) ? 0 : 1);
    }

    private void learn(String name) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/openapi/" + name + "?format=json")).header("Accept", "application/json").build();
        JsonNode document = JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            JsonNode operation = method.getValue();
            if (!method.getKey().matches("get|put|post|patch|delete") || operation.toString().contains("text/event-stream")) {
                return;
            }
            List<JsonNode> parameters = new ArrayList<>();
            path.getValue().path("parameters").forEach(each -> parameters.add(resolve(document, each)));
            operation.path("parameters").forEach(each -> parameters.add(resolve(document, each)));
            Set<String> declared = new TreeSet<>();
            operation.get("responses").fieldNames().forEachRemaining(declared::add);
            operations.add(new Operation(
                    method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), parameters, resolve(document, operation.path("requestBody")), declared, document));
        }));
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        return node.has("$ref") ? resolve(document, document.at(node.get("$ref").textValue().substring(1))) : node;
    }

    private boolean run(long count, long seed) throws Exception {
        HttpRequest made = HttpRequest.newBuilder(URI.create(url + "/v1/editorial/keys"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"Generated\", \"role\": \"reader\"}"))
                .build();
        readerKey = JSON.readTree(client.send(made, HttpResponse.BodyHandlers.ofString()).body()).path("key").asText();
        long began = System.nanoTime();
        AtomicLong left = new AtomicLong(count);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(seed + thread);
                threads.submit(() -> {
                    while (left.decrementAndGet() >= 0) {
                        attempt(random);
                    }
                });
            }
        }
        System.out.printf("%d requests to %d operations in %d s%n", count, operations.size(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        new TreeMap<>(statuses).forEach((status, times) -> System.out.printf("%s %d%n", status, times.sum()));
        System.out.printf("%d kinds of undeclared answers, %d in all%n", faults.size(), strange.get());
        return faults.isEmpty();
    }

    private void attempt(Random random) {
        Operation operation = operations.get(random.nextInt(operations.size()));
        try {
            send(operation, random);
        } catch (Exception e) {
            fault(operation, "no answer", e.toString());
        }
    }

    private void send(Operation operation, Random random) throws Exception {
        String address = address(operation, random);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + address)).timeout(Duration.ofSeconds(60));
        int who = random.nextInt(100);
        if (who < 88) {
            request.header("Authorization", "Bearer " + key);
        } else if (who < 95) {
            request.header("Authorization", "Bearer " + readerKey);
        }
        headers(operation, random, request);
        String body = body(operation, random, request);
        request.method(operation.method(), body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String status = Integer.toString(answer.statusCode());
        statuses.computeIfAbsent(status, any -> new LongAdder()).increment();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String what = address + " " + body + " -> " + answer.body();
        if (!operation.statuses().contains(status) || status.equals("500")) {
            fault(operation, status, what);
        } else if (answer.statusCode() >= 400 && !type.startsWith("application/problem+json")) {
            fault(operation, status + " as " + type, what);
        }
        learnFrom(operation, answer, random);
    }

    private void fault(Operation operation, String what, String details) {
        strange.incrementAndGet();
        if (faults.merge(operation.name() + " " + what, 1, Integer::sum) == 1) {
            System.out.println(what + ": " + operation.name() + "\n    " + details.substring(0, Math.min(900, details.length())));
        }
    }

    /** What is known to be at such an address: of articles, of tags. */
    private List<String> of(String path) {
        return knownThere.computeIfAbsent(path.replaceFirst("^/v1(/editorial)?/", "").replaceFirst("/.*", ""), any -> new ArrayList<>(List.of("belarus")));
    }

    private void learnFrom(Operation operation, HttpResponse<String> answer, Random random) {
        if (answer.statusCode() < 300) {
            answer.headers().firstValue("ETag").ifPresent(tag -> remember(tags, tag, random));
            Matcher id = ID.matcher(answer.body());
            for (int i = 0; i < 5 && id.find(); i++) {
                remember(known, id.group(1), random);
                remember(of(operation.path()), id.group(1), random);
            }
        }
    }

    private static void remember(List<String> all, String one, Random random) {
        synchronized (all) {
            if (all.size() < MOST_KNOWN) {
                all.add(one);
            } else {
                all.set(random.nextInt(MOST_KNOWN), one);
            }
        }
    }

    private static String any(List<String> all, Random random) {
        synchronized (all) {
            return all.get(random.nextInt(all.size()));
        }
    }

    private String address(Operation operation, Random random) {
        StringBuilder address = new StringBuilder();
        Matcher place = PLACE.matcher(operation.path());
        while (place.find()) {
            JsonNode parameter = operation.parameters().stream().filter(each -> each.path("name").asText().equals(place.group(1))).findFirst().orElse(JSON.createObjectNode());
            place.appendReplacement(address, Matcher.quoteReplacement(encode(placed(operation, parameter, random))));
        }
        place.appendTail(address);
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("query") && (parameter.path("required").asBoolean() || random.nextInt(5) == 0)) {
                query.add(encode(parameter.get("name").asText()) + "=" + encode(value(operation, parameter, random)));
            }
        }
        if (random.nextInt(40) == 0) {
            query.add(encode(any(STRANGE, random)) + "=x");
        }
        return address + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private String placed(Operation operation, JsonNode parameter, Random random) {
        String value = random.nextInt(10) < 8 ? any(random.nextInt(10) < 8 ? of(operation.path()) : known, random) : value(operation, parameter, random);
        return value.isEmpty() || value.contains("..") ? "x" : value;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String value(Operation operation, JsonNode parameter, Random random) {
        if (random.nextInt(6) == 0) {
            return any(STRANGE, random);
        }
        if (parameter.has("example") && random.nextInt(3) == 0) {
            return parameter.get("example").asText();
        }
        JsonNode made = make(operation.document(), parameter.path("schema"), random, 0);
        return made.isValueNode() ? made.asText() : made.path(0).asText("x");
    }

    private void headers(Operation operation, Random random, HttpRequest.Builder request) {
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("header") && random.nextInt(10) < 7) {
                String value = name.equals("If-Match") || name.equals("If-None-Match")
                        ? random.nextInt(2) == 0 ? "*" : any(tags, random)
                        : random.nextInt(4) == 0 ? "strange" : "key-" + random.nextInt(100_000);
                request.header(name, value);
            }
        }
        if (random.nextInt(10) == 0) {
            request.header("Accept", any(List.of("*/*", "text/html", "application/json;q=0.5", "x", "image/png", "application/problem+json"), random));
        }
    }

    private String body(Operation operation, Random random, HttpRequest.Builder request) throws Exception {
        JsonNode content = operation.body().path("content");
        if (content.isEmpty() || random.nextInt(20) == 0) {
            return null;
        }
        List<String> types = new ArrayList<>();
        content.fieldNames().forEachRemaining(types::add);
        String type = any(types, random);
        request.header("Content-Type", random.nextInt(30) == 0 ? "text/plain" : type);
        JsonNode media = content.get(type);
        if (!type.contains("json")) {
            return any(STRANGE, random);
        }
        JsonNode body = random.nextInt(3) == 0 ? make(operation.document(), media.path("schema"), random, 0) : example(operation, media, random);
        body = mutated(body.deepCopy(), random);
        String text = JSON.writeValueAsString(body);
        return random.nextInt(40) == 0 ? text.substring(0, text.length() / 2) : text;
    }

    private static JsonNode example(Operation operation, JsonNode media, Random random) {
        if (media.path("examples").isEmpty()) {
            JsonNode schema = resolve(operation.document(), media.path("schema"));
            return media.has("example") ? media.get("example") : schema.has("example") ? schema.get("example") : make(operation.document(), schema, random, 0);
        }
        List<JsonNode> all = new ArrayList<>();
        media.get("examples").forEach(each -> all.add(resolve(operation.document(), each).path("value")));
        return all.get(random.nextInt(all.size()));
    }

    /** Changes nothing, or one thing somewhere. */
    private JsonNode mutated(JsonNode node, Random random) {
        if (node instanceof ObjectNode object && !object.isEmpty() && random.nextInt(3) > 0) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = any(names, random);
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.putNull(name);
                case 2 -> object.put(name, any(STRANGE, random));
                case 3 -> object.put(name, any(known, random));
                case 4 -> object.put("strange", 1);
                default -> object.set(name, mutated(object.get(name), random));
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            array.set(index, mutated(array.get(index), random));
        }
        return node;
    }

    private static JsonNode make(JsonNode document, JsonNode reference, Random random, int depth) {
        JsonNode schema = resolve(document, reference);
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return make(document, schema.get(choice).get(random.nextInt(schema.get(choice).size())), random, depth);
            }
        }
        if (schema.has("allOf")) {
            ObjectNode all = JSON.createObjectNode();
            schema.get("allOf").forEach(part -> {
                if (make(document, part, random, depth) instanceof ObjectNode object) {
                    all.setAll(object);
                }
            });
            return all;
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("example") && random.nextInt(2) == 0) {
            return schema.get("example");
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(random.nextInt(type.size())).asText() : type.asText("object")) {
            case "integer", "number" -> JSON.getNodeFactory().numberNode(number(schema, random));
            case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case "string" -> JSON.getNodeFactory().textNode(text(schema, random));
            case "array" -> array(document, schema, random, depth);
            case "null" -> JSON.nullNode();
            default -> object(document, schema, random, depth);
        };
    }

    private static long number(JsonNode schema, Random random) {
        long least = schema.path("minimum").asLong(-1);
        long most = schema.path("maximum").asLong(1_000_000);
        return switch (random.nextInt(6)) {
            case 0 -> least - 1;
            case 1 -> most + 1;
            case 2 -> least;
            case 3 -> most;
            default -> least + random.nextInt((int) Math.max(1, Math.min(1_000, most - least)));
        };
    }

    private static String text(JsonNode schema, Random random) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> "20%02d-0%d-1%dT10:00:00Z".formatted(10 + random.nextInt(30), 1 + random.nextInt(9), random.nextInt(9));
            case "uuid" -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            case "uri" -> "https://example.org/" + random.nextInt(100);
            default -> random.nextInt(8) == 0 ? any(STRANGE, random) : "word-" + random.nextInt(1_000);
        };
    }

    private static JsonNode array(JsonNode document, JsonNode schema, Random random, int depth) {
        ArrayNode array = JSON.createArrayNode();
        for (int i = random.nextInt(3); i > 0 && depth < 6; i--) {
            array.add(make(document, schema.path("items"), random, depth + 1));
        }
        return array;
    }

    private static JsonNode object(JsonNode document, JsonNode schema, Random random, int depth) {
        ObjectNode object = JSON.createObjectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (depth < 6 && (required.contains(property.getKey()) || random.nextInt(4) == 0)) {
                object.set(property.getKey(), make(document, property.getValue(), random, depth + 1));
            }
        });
        return object;
    }
}
