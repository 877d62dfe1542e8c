package dev.dateline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The pictures in content that lie at an address of the web. */
final class PicturesElsewhere {

    private static final Set<String> FIELDS = Set.of("image", "images", "poster", "logo");

    /** What the newsroom's own fields mean is not known. */
    private static final String OWN_FIELDS = "extensions";

    private PicturesElsewhere() {}

    /** @param each told a picture and its JSON Pointer; it may change the picture */
    static void in(JsonNode content, BiConsumer<ObjectNode, String> each) {
        look(content, "", each);
    }

    private static void look(JsonNode node, String pointer, BiConsumer<ObjectNode, String> each) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String at = pointer + "/" + field.getKey();
            if (FIELDS.contains(field.getKey())) {
                pictures(field.getValue(), at, each);
            }
            if (!field.getKey().equals(OWN_FIELDS)) {
                look(field.getValue(), at, each);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            look(node.get(i), pointer + "/" + i, each);
        }
    }

    private static void pictures(JsonNode node, String pointer, BiConsumer<ObjectNode, String> each) {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pictures(node.get(i), pointer + "/" + i, each);
        }
        if (node instanceof ObjectNode picture && picture.path("url").isTextual()) {
            each.accept(picture, pointer);
        }
    }
}
