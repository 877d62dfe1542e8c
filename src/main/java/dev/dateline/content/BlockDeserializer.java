package dev.dateline.content;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.NestedPointer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the block by its {@code type}, wherever that stands in the object, and keeps the pointers of faults right. */
final class BlockDeserializer extends StdDeserializer<Block> {

    private static final Map<String, Class<? extends Block>> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("paragraph", ParagraphBlock.class);
        TYPES.put("heading", HeadingBlock.class);
        TYPES.put("quote", QuoteBlock.class);
        TYPES.put("list", ListBlock.class);
        TYPES.put("image", ImageBlock.class);
        TYPES.put("embed", EmbedBlock.class);
        TYPES.put("related", RelatedBlock.class);
        TYPES.put("fact-box", FactBoxBlock.class);
        TYPES.put("divider", DividerBlock.class);
    }

    BlockDeserializer() {
        super(Block.class);
    }

    @Override
    public @Nullable Block deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String pointer = NestedPointer.here(parser);
        JsonNode node = context.readTree(parser);
        if (!(node instanceof ObjectNode block)) {
            NestedPointer.fault(
                    context, pointer, "must be a block, for example {\"type\": \"paragraph\", \"html\": \"…\"}");
            return null;
        }
        JsonNode type = block.remove("type");
        Class<? extends Block> chosen = type == null || !type.isTextual() ? null : TYPES.get(type.textValue());
        if (chosen == null) {
            NestedPointer.fault(context, pointer + "/type", "must be one of " + String.join(", ", TYPES.keySet()));
            return null;
        }
        return NestedPointer.read(context, pointer, block, chosen);
    }
}
