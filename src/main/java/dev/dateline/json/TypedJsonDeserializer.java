package dev.dateline.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the records that a sealed type permits by their {@code type}, wherever that stands in the object, and keeps
 * the pointers of faults right.
 */
public final class TypedJsonDeserializer extends JsonDeserializer<@Nullable Object> implements ContextualDeserializer {

    private final Map<String, Class<?>> types = new LinkedHashMap<>();

    /** For Jackson, which asks {@link #createContextual} for the one that is used. */
    public TypedJsonDeserializer() {}

    private TypedJsonDeserializer(Class<?> sealed) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            types.put(TypedJson.nameOf(permitted), permitted);
        }
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new TypedJsonDeserializer(context.getContextualType().getRawClass());
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String pointer = NestedPointer.here(parser);
        JsonNode node = context.readTree(parser);
        if (!(node instanceof ObjectNode object)) {
            String example = types.keySet().iterator().next();
            FaultCollector.note(context, pointer, "must be an object, for example {\"type\": \"" + example + "\", …}");
            return null;
        }
        JsonNode type = object.remove("type");
        Class<?> chosen = type == null || !type.isTextual() ? null : types.get(type.textValue());
        if (chosen == null) {
            FaultCollector.note(context, pointer + "/type", "must be one of " + String.join(", ", types.keySet()));
            return null;
        }
        return NestedPointer.read(context, pointer, object, chosen);
    }
}
