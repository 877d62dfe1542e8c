package dev.dateline.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which form {@code Accept} wants. */
class WantedFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "application/atom+xml # ATOM",
                "APPLICATION/ATOM+XML # ATOM",
                "application/atom+xml ;q=0.5 # ATOM",
                "application/rss+xml;q=0.001 # RSS",
                "application/rss+xml;q=0.4, application/atom+xml;q=0.5 # ATOM",
                "text/*;q=0.9, application/json;q=0.1 # MD",
                "application/json;q=0, text/plain;q=0.2 # TXT",
                "image/png, application/feed+json;charset=utf-8 # JSONFEED"
            })
    void theFormThatIsWantedMost(String accept, Format format) {
        assertThat(WantedFormat.of(List.of(accept))).contains(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "application/json, application/atom+xml",
                "*/*",
                "application/atom+xml;q=0.5, */*",
                "application/atom+xml;q=0",
                "application/atom+xml;q=nonsense",
                "text/html"
            })
    void jsonWhereItIsWantedAtLeastAsMuch(String accept) {
        assertThat(WantedFormat.of(List.of(accept))).isEmpty();
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(WantedFormat.of(List.of("image/png", "application/ld+json"))).contains(Format.JSONLD);
    }
}
