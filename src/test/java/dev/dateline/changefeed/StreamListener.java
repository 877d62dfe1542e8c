package dev.dateline.changefeed;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.json.Json;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client as {@code EventSource} is one, on a connection that a test can break. */
public final class StreamListener implements AutoCloseable {

    static final String STREAM = "/v1/changes/stream";

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final String query;
    private final String headers;
    private volatile @Nullable String last;
    private volatile @Nullable Socket socket;

    StreamListener(String query) throws IOException {
        this(query, "");
    }

    /** @param headers each with its line end */
    public StreamListener(String query, String headers) throws IOException {
        this.query = query;
        this.headers = headers;
        connect();
    }

    /** What it has been told, in order. */
    public List<JsonNode> heard() {
        return heard;
    }

    /** Where it would go on. */
    @Nullable
    String last() {
        return last;
    }

    boolean isConnected() {
        return socket != null;
    }

    void connect() throws IOException {
        Socket connection = new Socket("localhost", RestAssured.port);
        socket = connection;
        String resume = last == null ? "" : "Last-Event-ID: " + last + "\r\n";
        connection
                .getOutputStream()
                .write(("GET " + STREAM + query + " HTTP/1.1\r\nHost: localhost\r\n" + headers + resume + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        String before = last;
        Thread reading = new Thread(() -> read(connection));
        reading.setDaemon(true);
        reading.start();
        if (before == null) {
            await().until(() -> last != null);
        }
    }

    private void read(Socket connection) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            String id = null;
            String data = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && id != null) {
                    dispatch(connection, id, data);
                    data = null;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // the test has broken it
        }
    }

    /** An event is heard when it has come to its end, and its id is kept with it. */
    private synchronized void dispatch(Socket connection, String id, @Nullable String data) {
        if (connection == socket) {
            last = id;
            if (data != null) {
                heard.add(Json.read(data, JsonNode.class));
            }
        }
    }

    synchronized void disconnect() throws IOException {
        Socket connection = socket;
        socket = null;
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public void close() throws IOException {
        disconnect();
    }
}
