package dev.dateline.media;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A store that speaks the S3 protocol, in a process of its own, with its objects in a folder. */
public final class BucketServer implements AutoCloseable {

    public static final String BUCKET = "pictures";
    public static final String ACCESS_KEY = "access";
    public static final String SECRET_KEY = "secret";

    private final Path folder;
    private final int port;
    private Process process;

    public BucketServer(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        Files.createDirectories(folder.resolve("objects").resolve(BUCKET));
        this.process = start();
    }

    public Process start() throws IOException {
        Path settings = Files.writeString(folder.resolve("s3proxy.properties"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(
                        endpoint(), ACCESS_KEY, SECRET_KEY, folder.resolve("objects")));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        Path.of("target/s3proxy.jar").toAbsolutePath().toString(),
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        await("the store").atMost(Duration.ofSeconds(30)).until(this::isListening);
        return process;
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public void stop() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        stop();
    }
}
