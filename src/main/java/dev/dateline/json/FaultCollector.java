package dev.dateline.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import dev.dateline.problem.Fault;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notes what does not bind and lets Jackson go on, so that one answer names every fault. */
final class FaultCollector extends DeserializationProblemHandler {

    static final Object KEY = FaultCollector.class;

    /** Enough to mend a body by; more would cost without end. */
    static final int MAX_FAULTS = 100;

    private final List<Fault> faults;

    FaultCollector(List<Fault> faults) {
        this.faults = faults;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object bean,
            String name)
            throws IOException {
        add(NestedPointer.of(context) + pointer(context, parser, name), "is not a known field" + known(deserializer));
        parser.skipChildren();
        return true;
    }

    /**
     * Jackson puts a record's unknown fields by until the record is whole. By then the place that it remembers with them may be
     * another's; but the document's parser has just left the record.
     */
    private static String pointer(DeserializationContext context, JsonParser parser, String name) {
        JsonParser document = NestedPointer.parser(context);
        if (parser != document && document.currentToken() == JsonToken.END_OBJECT) {
            return document.getParsingContext().pathAsPointer() + "/" + JsonFaults.escape(name);
        }
        JsonStreamContext at = parser.getParsingContext();
        while (at != null && !(at.inObject() && name.equals(at.getCurrentName()))) {
            at = at.getParent();
        }
        return at == null ? "/" + JsonFaults.escape(name) : at.pathAsPointer().toString();
    }

    private static String known(JsonDeserializer<?> deserializer) {
        Collection<Object> names = deserializer.getKnownPropertyNames();
        return names == null || names.isEmpty()
                ? ""
                : "; there are " + names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
            throws IOException {
        note(context, parser, "must be " + JsonFaults.expected(type));
        parser.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String message) {
        note(context, NestedPointer.parser(context), "must be " + JsonFaults.expected(context.constructType(type)));
        return null;
    }

    /** Notes a fault and lets the reading go on. */
    static void note(DeserializationContext context, String pointer, String detail) {
        if (context.getAttribute(KEY) instanceof FaultCollector collector) {
            collector.add(NestedPointer.of(context) + pointer, detail);
        }
    }

    private void note(DeserializationContext context, JsonParser parser, String detail) {
        add(NestedPointer.of(context) + NestedPointer.here(parser), detail);
    }

    void add(String pointer, String detail) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(Fault.at(pointer, detail));
        }
    }
}
