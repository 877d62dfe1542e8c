package dev.dateline.editorial.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.content.ImageContent;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DecodedPictureTest {

    private static ImageContent said(String name, String value) {
        Properties facts = new Properties();
        facts.setProperty("metadata." + name, value);
        return new DecodedPicture(Path.of("master.jpg"), facts).content();
    }

    @Test
    void whatAPictureSaysIsKeptInComposedLetters() {
        assertThat(said("caption", "и\u0306 у\u0306").caption()).isEqualTo("\u0439 \u045E");
    }

    @Test
    void aCameraWhoseClockWasNeverSetSaysNothing() {
        assertThat(said("takenAt", "0001-01-01T00:00:00Z").takenAt()).isNull();
        assertThat(said("takenAt", "9998-01-01T00:00:00Z").takenAt()).isNull();
        assertThat(said("takenAt", "2026-11-25T10:00:00Z").takenAt()).isEqualTo("2026-11-25T10:00:00Z");
    }
}
