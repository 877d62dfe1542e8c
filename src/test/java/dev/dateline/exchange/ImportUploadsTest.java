package dev.dateline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.DatelineTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@DatelineTest
class ImportUploadsTest {

    private static final byte[] UPLOAD = "{\"article\": {}}".getBytes(StandardCharsets.UTF_8);

    @Inject
    ImportUploads uploads;

    @Inject
    ImportConfig config;

    @Inject
    ImportNode node;

    @Test
    void nobodyElseCanReadAnUpload() throws IOException {
        Path file = uploads.receive(ImportFormat.NDJSON, new ByteArrayInputStream(UPLOAD));
        assertThat(file).hasBinaryContent(UPLOAD).hasParent(config.folder());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config.folder())))
                .isEqualTo("rwx------");
        ImportUploads.delete(file);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        long before = count();
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The connection ended");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> uploads.receive(ImportFormat.WORDPRESS, broken))
                .hasMessage("The connection ended");
        assertThat(count()).isEqualTo(before);
    }

    private long count() throws IOException {
        if (!Files.exists(config.folder())) {
            return 0;
        }
        try (Stream<Path> files = Files.list(config.folder())) {
            return files.count();
        }
    }

    @Test
    void whatANodeLeftThatIsGoneIsThrownAwayAndWhatIsBeingImportedStays() throws IOException, SQLException {
        node.appear();
        Path ours = uploads.receive(ImportFormat.NDJSON, new ByteArrayInputStream(UPLOAD));
        Path left = Files.writeString(config.folder().resolve(UUID.randomUUID() + "-1.NDJSON"), "left");
        Path unrelated = Files.writeString(config.folder().resolve("unrelated"), "of somebody else");

        QuarkusTransaction.requiringNew().run(() -> uploads.sweep(node::isGone));

        assertThat(left).doesNotExist();
        assertThat(ours).exists();
        assertThat(unrelated).exists();
        Files.delete(ours);
        Files.delete(unrelated);
    }
}
