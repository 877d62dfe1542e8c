package dev.dateline.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.Newsroom;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** Somebody's server that is told of changes. */
final class Receiver implements AutoCloseable {

    /** A message that came, and the status it was answered with. */
    record Message(Map<String, List<String>> headers, String body, int status) {

        JsonNode event() {
            return Newsroom.tree(body);
        }

        String type() {
            return event().get("type").textValue();
        }

        String header(String name) {
            return headers.get(name).get(0);
        }
    }

    final List<Message> messages = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Receiver(IntSupplier status) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/hook", exchange -> receive(exchange, status.getAsInt()));
        server.start();
    }

    private void receive(HttpExchange exchange, int status) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        messages.add(new Message(exchange.getRequestHeaders(), body, status));
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    /** What it has taken of one thing. */
    List<Message> taken(String target) {
        return messages.stream()
                .filter(message -> message.status() < 300 && message.body().contains(target))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
