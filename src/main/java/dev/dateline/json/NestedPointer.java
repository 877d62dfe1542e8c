package dev.dateline.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where in the whole document a deserializer stands that reads a part of it as a tree first, as one must to choose among
 * sealed types. Without it, faults inside the part would point from the part's root.
 */
final class NestedPointer {

    private static final Object KEY = NestedPointer.class;
    private static final Object PARSER = JsonParser.class;

    private NestedPointer() {}

    static String of(DeserializationContext context) {
        Object prefix = context.getAttribute(KEY);
        return prefix == null ? "" : (String) prefix;
    }

    /** Binds a part that stood at {@code pointer}; faults in it point from the document's root. */
    static <T> @Nullable T read(DeserializationContext context, String pointer, JsonNode part, Class<T> type)
            throws IOException {
        Object outer = context.getAttribute(KEY);
        JsonParser around = parser(context);
        context.setAttribute(KEY, of(context) + pointer);
        try (JsonParser parser = part.traverse(around.getCodec())) {
            context.setAttribute(PARSER, parser);
            parser.nextToken();
            return context.readValue(parser, type);
        } finally {
            context.setAttribute(KEY, outer);
            context.setAttribute(PARSER, around);
        }
    }

    /** What reads the innermost part; Jackson itself knows only the document's. */
    static JsonParser parser(DeserializationContext context) {
        return context.getAttribute(PARSER) instanceof JsonParser parser ? parser : context.getParser();
    }

    /** The position of a parser's value, from the root of what it reads. At its start, an array is not yet inside itself. */
    static String here(JsonParser parser) {
        JsonToken token = parser.currentToken();
        JsonStreamContext at = parser.getParsingContext();
        JsonStreamContext around = token != null && token.isStructStart() ? at.getParent() : at;
        return around.pathAsPointer().toString();
    }
}
