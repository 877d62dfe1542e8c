package dev.dateline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BodyFileTest {

    private final List<IOException> told = new ArrayList<>();

    private Problem unwritable(IOException failure) {
        told.add(failure);
        return new Problem(ProblemType.UNAVAILABLE, "It cannot be stored just now.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsToldOnceAndIsNotTheClientsFault() {
        InputStream body = new ByteArrayInputStream(new byte[200_000]);
        assertThatThrownBy(() -> BodyFile.write(body, Path.of("/dev/full"), bytes -> {}, this::unwritable))
                .isInstanceOf(Problem.class);
        assertThat(told).hasSize(1).first().asString().contains("No space left on device");
    }

    @Test
    void aBodyThatBreaksOffIsTheClientsFault(@TempDir Path folder) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The connection was closed");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("The connection was closed");
            }
        };
        assertThatThrownBy(() -> BodyFile.write(broken, folder.resolve("body"), bytes -> {}, this::unwritable))
                .isInstanceOf(IOException.class)
                .hasMessage("The connection was closed");
        assertThat(told).isEmpty();
    }
}
