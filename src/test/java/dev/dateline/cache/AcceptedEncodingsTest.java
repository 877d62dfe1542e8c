package dev.dateline.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedEncodingsTest {

    private static @Nullable String preferred(String... lines) {
        ContentCoding coding = AcceptedEncodings.preferred(List.of(lines), ContentCoding.AVAILABLE);
        return coding == null ? null : coding.token();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            gzip                            | gzip
            x-gzip                          | gzip
            GZip                            | gzip
            gzip, deflate                   | gzip
            gzip, deflate, br, zstd         | br
            gzip, deflate, br               | br
            gzip, zstd                      | zstd
            gzip;q=1.0, br;q=0.5            | gzip
            gzip;q=0.5, zstd;q=0.9, br;q=0  | zstd
            *                               | br
            *;q=0.5, gzip                   | gzip
            br;q=0, *                       | zstd
            deflate                         | none
            identity                        | none
            identity, gzip;q=0.5            | none
            identity;q=0.5, gzip;q=0.5      | gzip
            identity;q=0                    | none
            *;q=0                           | none
            gzip;q=0                        | none
            gzip;q=nonsense                 | none
            brotli                          | none
            gzipped                         | none
            application/*, gzip ;q=1        | gzip
            ,,                              | none
            """)
    void theReaderIsGivenWhatTheyLikeBest(String header, @Nullable String coding) {
        assertThat(preferred(header)).isEqualTo(coding);
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(preferred("gzip", "br")).isEqualTo("br");
        assertThat(preferred("")).isNull();
        assertThat(preferred()).isNull();
    }
}
