package dev.dateline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrictTimesTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new SimpleModule().addDeserializer(Instant.class, new StrictTimes()));

    private static Instant read(String time) throws JsonProcessingException {
        return JSON.readValue('"' + time + '"', Instant.class);
    }

    @Test
    void aTimeIsKeptInUtcToTheMillisecond() throws Exception {
        assertThat(read("2026-11-30T12:00:00.1239+03:00")).isEqualTo("2026-11-30T09:00:00.123Z");
    }

    @Test
    void whatIsReadCanBeReadAgainAsItIsWritten() throws Exception {
        for (String edge : List.of("9999-12-31T23:59:59Z", "1000-01-01T00:00:00Z", "9999-12-31T23:59:59+05:00")) {
            assertThat(read(read(edge).toString())).isEqualTo(read(edge));
        }
    }

    @Test
    void aYearThatInUtcHasNotFourDigitsIsRefused() {
        for (String beyond :
                List.of("9999-12-31T23:59:59-05:00", "1000-01-01T00:00:00+01:00", "0999-06-01T00:00:00Z")) {
            assertThatThrownBy(() -> read(beyond)).hasMessageContaining("not RFC 3339");
        }
    }
}
