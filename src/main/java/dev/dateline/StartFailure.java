package dev.dateline;

import io.quarkus.runtime.QuarkusBindException;
import io.smallrye.config.ConfigValidationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Why the program does not start, in one line where the reason is known, and with its trace where it is not. */
final class StartFailure {

    private static final List<Class<? extends Throwable>> KNOWN = List.of(
            QuarkusBindException.class, ConfigValidationException.class, SQLException.class, FileSystemException.class);

    private StartFailure() {}

    /** Looks at once whether the port is free: the database and the index take longer. Null when it is. */
    static @Nullable String busyPort(Config config) {
        int port = config.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080);
        String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return null;
        } catch (IOException e) {
            return "Cannot listen on " + host + ":" + port + " (" + e.getMessage()
                    + "). Stop what does, or set quarkus.http.port (QUARKUS_HTTP_PORT) to another port.";
        }
    }

    static String words(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(StartFailure::isKnown)
                .reduce((outer, inner) -> inner)
                .map(cause -> "Dateline does not start. " + reason(cause))
                .orElseGet(() -> trace(failure));
    }

    /** Of those that any library throws, only what this program says itself. */
    private static boolean isKnown(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        boolean isOurs = trace.length > 0 && trace[0].getClassName().startsWith("dev.dateline.");
        return (cause instanceof IllegalStateException && isOurs)
                || KNOWN.stream().anyMatch(type -> type.isInstance(cause));
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static String reason(Throwable cause) {
        String message = String.valueOf(cause.getMessage())
                .strip()
                .replaceAll("\\s*\\R\\s*", " ")
                .replaceAll("[.]$", "");
        if (cause instanceof SQLException) {
            return "The database cannot be used: " + message
                    + ". See quarkus.datasource.jdbc.url, username and password; without them, Dateline brings its own.";
        } else if (cause instanceof FileSystemException) {
            return "A folder cannot be used: " + cause.getClass().getSimpleName() + " " + message
                    + ". See the settings that end in folder.";
        }
        return message + ".";
    }
}
