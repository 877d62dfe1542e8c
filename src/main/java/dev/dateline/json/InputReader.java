package dev.dateline.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one way from bytes to a typed, validated input: for request bodies, patches and imported records alike. It collects
 * every fault that it can find before it throws a {@link Problem}.
 *
 * <p>Strict on purpose: nothing is coerced, an unknown field or a field given twice is a fault. Characters that
 * PostgreSQL cannot store (U+0000), UTF-8 cannot carry (lone surrogates) or XML 1.0 feeds cannot hold (control characters,
 * U+FFFE, U+FFFF) are refused in every text, and those that Unicode keeps for the inside of programs (U+FDD0 to U+FDEF).
 */
@ApplicationScoped
public class InputReader {

    private static final int MAX_RETRIES = 20;

    private final Validator validator;
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(Instant.class, new StrictTimes()))
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    InputReader(Validator validator) {
        this.validator = validator;
    }

    /** @throws Problem {@code malformed-json} with line and column */
    public JsonBody body(byte[] bytes) {
        return new JsonBody(parse(bytes));
    }

    private JsonNode parse(byte[] bytes) {
        try {
            return mapper.readTree(StrictUtf8.decode(bytes));
        } catch (JsonProcessingException e) {
            throw new Problem(ProblemType.MALFORMED_JSON, JsonFaults.malformed(e));
        } catch (IOException e) {
            throw new Problem(ProblemType.MALFORMED_JSON, "The body could not be read as UTF-8.");
        }
    }

    /** Binds and validates; {@code T} is a record whose component names are the field names. */
    public <T> T read(JsonNode json, Class<T> type) {
        if (json.isMissingNode()) {
            throw new Problem(ProblemType.MALFORMED_JSON, "The body is empty; a JSON object was expected.");
        }
        if (!json.isObject()) {
            throw Problem.invalid("", "must be a JSON object");
        }
        List<Fault> faults = ForbiddenCharacters.in(json);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        T value = bind(CanonicalText.of(json), type, faults);
        if (value != null) {
            validator.validate(value).stream().map(JsonFaults::violation).forEach(faults::add);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(JsonFaults.distinct(faults));
        }
        return Objects.requireNonNull(value);
    }

    /**
     * Some mismatches end Jackson's reading. Each time, the value at fault is noted and taken out and the rest is read
     * again, so that the faults behind it are found too.
     */
    private <T> @Nullable T bind(JsonNode json, Class<T> type, List<Fault> faults) {
        JsonNode remaining = json;
        while (true) {
            List<Fault> collected = new ArrayList<>(faults);
            FaultCollector collector = new FaultCollector(collected);
            try {
                T value = mapper.readerFor(type)
                        .withHandler(collector)
                        .withAttribute(FaultCollector.KEY, collector)
                        .readValue(remaining);
                faults.clear();
                faults.addAll(collected);
                return value;
            } catch (JsonMappingException e) {
                faults.add(JsonFaults.mismatch(e));
                remaining = remaining.deepCopy();
                if (faults.size() >= MAX_RETRIES || !JsonFaults.remove(remaining, e)) {
                    faults.addAll(collected);
                    return null;
                }
            } catch (IOException e) {
                throw new Problem(ProblemType.MALFORMED_JSON, "The body could not be read.");
            }
        }
    }
}
