package dev.dateline;

import io.quarkus.runtime.QuarkusBindException;
import io.smallrye.config.ConfigValidationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why the program does not start, in one line where the reason is known, and with its trace where it is not. */
final class StartFailure {

    private static final List<Class<? extends Throwable>> KNOWN =
            List.of(QuarkusBindException.class, SQLException.class, FileSystemException.class);

    /** What SmallRye Config puts before its messages. */
    private static final Pattern CODE_OF_CONFIGURATION = Pattern.compile("SRCFG[0-9]+: ");

    /** Violations name a setting as the program does: dateline.http.rateLimit. */
    private static final Pattern WORD_OF_A_SETTING =
            Pattern.compile("(?<=dateline[a-zA-Z.-]{0,60}[a-z])[A-Z](?=[a-z])");

    private StartFailure() {}

    static String words(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(StartFailure::isKnown)
                .reduce((outer, inner) -> isOfConfiguration(outer) || isOurs(outer) ? outer : inner)
                .map(cause -> "Dateline does not start. " + reason(cause))
                .orElseGet(() -> trace(failure));
    }

    /** Of those that any library throws, only what this program says itself. */
    private static boolean isKnown(Throwable cause) {
        return isOurs(cause) || isOfConfiguration(cause) || KNOWN.stream().anyMatch(type -> type.isInstance(cause));
    }

    private static boolean isOurs(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause instanceof IllegalStateException
                && trace.length > 0
                && trace[0].getClassName().startsWith("dev.dateline.");
    }

    /** Its words name the setting, and have those of its cause in them. */
    private static boolean isOfConfiguration(Throwable cause) {
        return cause instanceof ConfigValidationException
                || CODE_OF_CONFIGURATION
                        .matcher(String.valueOf(cause.getMessage()))
                        .lookingAt();
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static String reason(Throwable cause) {
        String message = CODE_OF_CONFIGURATION
                .matcher(String.valueOf(cause.getMessage()))
                .replaceAll("")
                .replace("java.lang.IllegalArgumentException: ", "")
                .replaceAll("//[^/\\s]*@", "//…@")
                .replaceAll("(?i)(password)=[^&\\s]*", "$1=…")
                .replace(" threw an Exception whilst being converted", ":")
                .strip()
                .replaceAll("\\s*\\R\\s*", " ")
                .replaceAll("[.]$", "");
        message = WORD_OF_A_SETTING
                .matcher(message)
                .replaceAll(letter -> "-" + letter.group().toLowerCase(Locale.ROOT));
        if (cause.getCause() instanceof UnknownHostException unknown) {
            String host = String.valueOf(unknown.getMessage());
            message += ": the host " + host.substring(host.lastIndexOf('@') + 1) + " is not known";
        }
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
