package dev.dateline.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;

/**
 * The one form in which text is kept: composed (Unicode's NFC), so that the same word is the same characters, whoever typed
 * it. A text in which a reader sees nothing is empty.
 */
public final class CanonicalText {

    private static final int BRAILLE_BLANK = 0x2800;

    private CanonicalText() {}

    public static String of(String text) {
        if (!isVisible(text)) {
            return "";
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether a reader sees anything of a text: soft hyphens, zero-width characters and spaces alone are nothing. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(c -> !isInvisible(c) && !UCharacter.isUWhiteSpace(c) && c != BRAILLE_BLANK);
    }

    /** A text without what nobody sees, to compare names and to make slugs. */
    public static String visible(String text) {
        if (text.codePoints().noneMatch(CanonicalText::isInvisible)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static boolean isInvisible(int c) {
        return c > 0x7F
                ? UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                : c < 0x20 && !UCharacter.isUWhiteSpace(c);
    }

    /** The same for every text of a document; the document itself is left as it was. */
    static JsonNode of(JsonNode json) {
        if (json.isTextual()) {
            return JsonNodeFactory.instance.textNode(of(json.textValue()));
        }
        if (json instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> copy.add(of(item)));
            return copy;
        }
        if (json instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), of(field.getValue())));
            return copy;
        }
        return json;
    }
}
