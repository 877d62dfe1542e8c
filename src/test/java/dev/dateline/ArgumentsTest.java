package dev.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {

    private static final OptionalInt GOES_ON = OptionalInt.empty();
    private static final OptionalInt WRONG = OptionalInt.of(2);
    private static final OptionalInt HELPED = OptionalInt.of(0);

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @BeforeEach
    void listen() {
        PrintStream both = new PrintStream(told, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void helpIsGivenAtOnce() {
        assertThat(Arguments.answered("--help")).isEqualTo(HELPED);
        assertThat(told()).contains("import", "backup", "restore");
        assertThat(Arguments.answered("import", "--help")).isEqualTo(HELPED);
        assertThat(told()).contains("--pictures");
        assertThat(Arguments.answered("backup", "--version")).isEqualTo(HELPED);
        assertThat(told()).contains("Dateline ");
    }

    @Test
    void aMistakeIsToldAtOnce() {
        assertThat(Arguments.answered("improt", "a.xml")).isEqualTo(WRONG);
        assertThat(told()).contains("improt");
        assertThat(Arguments.answered("backup")).isEqualTo(WRONG);
        assertThat(told()).contains("FILE");
        assertThat(Arguments.answered("import", "there-is-none.xml")).isEqualTo(WRONG);
        assertThat(told()).contains("There is no readable file there-is-none.xml.");
    }

    @Test
    void whatIsRightGoesOn(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("archive.ndjson"));

        assertThat(Arguments.answered()).isEqualTo(GOES_ON);
        assertThat(Arguments.answered("import", file.toString(), "--publish")).isEqualTo(GOES_ON);
        assertThat(Arguments.answered("backup", "new.backup")).isEqualTo(GOES_ON);
    }
}
