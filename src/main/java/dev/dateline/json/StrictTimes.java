package dev.dateline.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads times as RFC 3339 has them: text, with a zone, in years of four digits; kept to the millisecond. */
final class StrictTimes extends StdDeserializer<Instant> {

    StrictTimes() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(parser.getText(), DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear(); // it is written in UTC again
            if (year >= 1000 && year <= 9999) {
                return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException e) {
            // said below, like a year out of range
        }
        return (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "not RFC 3339");
    }
}
