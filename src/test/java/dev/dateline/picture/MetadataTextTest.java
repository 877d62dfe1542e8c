package dev.dateline.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.metadata.StringValue;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts in pictures, in the encodings that cameras and agencies write. */
class MetadataTextTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, Мост праз Свіслач",
        "UTF-8, © Dateline",
        "windows-1251, Мост через Свислочь",
        "windows-1251, © Вера",
        "windows-1252, © José Müller",
        "US-ASCII, A bridge"
    })
    void aTextIsReadAsItWasWritten(String charset, String text) {
        byte[] bytes = text.getBytes(Charset.forName(charset));

        assertThat(MetadataText.of(new StringValue(bytes, null))).isEqualTo(text);
    }
}
