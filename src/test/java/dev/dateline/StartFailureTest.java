package dev.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void aReasonThatIsKnownIsOneLine() {
        assertThat(StartFailure.words(
                        failed(new SQLException("Connection to db:1 refused.", new ConnectException("refused")))))
                .isEqualTo(
                        "Dateline does not start. The database cannot be used: Connection to db:1 refused."
                                + " See quarkus.datasource.jdbc.url, username and password; without them, Dateline brings its own.");
        assertThat(StartFailure.words(failed(new NoSuchFileException("/proc/nope"))))
                .contains("/proc/nope")
                .hasLineCount(1);
        assertThat(StartFailure.words(failed(new IllegalStateException("One\n  and another"))))
                .isEqualTo("Dateline does not start. One and another.");
    }

    @Test
    void whatNobodyForesawHasItsTrace() {
        IllegalStateException foreign = new IllegalStateException("Of a library");
        foreign.setStackTrace(new StackTraceElement[] {new StackTraceElement("org.example.Library", "run", null, 1)});
        assertThat(StartFailure.words(failed(foreign))).contains("at org.example.Library");
        assertThat(StartFailure.words(failed(new ArithmeticException("by zero"))))
                .contains("by zero", "at dev.dateline.StartFailureTest");
    }

    private static RuntimeException failed(Exception cause) {
        return new RuntimeException("Failed to start quarkus", cause);
    }
}
