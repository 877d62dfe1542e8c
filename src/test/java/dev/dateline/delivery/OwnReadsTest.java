package dev.dateline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OwnReadsTest {

    private static String asked(String key, String host) {
        return Objects.requireNonNull(OwnReads.address(key, host, 8080)).toString();
    }

    @Test
    void theKeyOfAnAnswerIsTheAddressAtWhichItIsReadAgain() {
        assertThat(asked("/v1/articles/a-slug", "127.0.0.1")).isEqualTo("http://127.0.0.1:8080/v1/articles/a-slug");
        assertThat(asked("/v1/articles?limit=3&tag=a|b,-c", "127.0.0.1"))
                .isEqualTo("http://127.0.0.1:8080/v1/articles?limit=3&tag=a%7Cb,-c");
        assertThat(asked("/v1/search?q=c#", "::1")).isEqualTo("http://[::1]:8080/v1/search?q=c%23");
        assertThat(asked("/v1/search?q=a+b", "127.0.0.1")).endsWith("?q=a%2Bb");
        assertThat(URI.create(asked("/v1/search?q=Мінск", "127.0.0.1")).getQuery())
                .isEqualTo("q=Мінск");
    }

    @Test
    void whatIsNotTheSameForAllOrNotInJsonIsLeftToReaders() {
        assertThat(OwnReads.address("/v1/articles atom", "127.0.0.1", 8080)).isNull();
        assertThat(OwnReads.address("/v1/articles 7f3a", "127.0.0.1", 8080)).isNull();
    }
}
