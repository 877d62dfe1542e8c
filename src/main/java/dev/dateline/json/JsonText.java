package dev.dateline.json;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finished JSON as the bytes that go out. What publishing stored is laid together from such pieces without ever becoming
 * characters, which was a third of the cost of a list.
 */
public final class JsonText {

    public static final JsonText EMPTY = new JsonText(new byte[0]);

    private final byte[] utf8;

    private JsonText(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** The bytes must not change afterwards. */
    public static JsonText ofBytes(byte[] utf8) {
        return new JsonText(utf8);
    }

    /** A text that is JSON already. */
    public static JsonText ofJson(String json) {
        return new JsonText(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A value of our own as JSON, or what is JSON already. */
    public static JsonText of(Object value) {
        return value instanceof JsonText json ? json : ofJson(Json.write(value));
    }

    public static JsonText array(List<JsonText> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(
                2 + items.size() + items.stream().mapToInt(JsonText::length).sum());
        char separator = '[';
        for (JsonText item : items) {
            out.write(separator);
            out.writeBytes(item.utf8);
            separator = ',';
        }
        if (items.isEmpty()) {
            out.write('[');
        }
        out.write(']');
        return new JsonText(out.toByteArray());
    }

    /** This object with one more field at its end. */
    public JsonText with(String field, JsonText value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(utf8.length + field.length() + value.utf8.length + 4);
        out.write(utf8, 0, utf8.length - 1);
        if (utf8.length > 2) {
            out.write(',');
        }
        out.write('"');
        out.writeBytes(field.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(new byte[] {'"', ':'});
        out.writeBytes(value.utf8);
        out.write('}');
        return new JsonText(out.toByteArray());
    }

    /** The same with every place of some bytes taken by others; itself when there is none. */
    public JsonText replacing(byte[] some, byte[] others) {
        int at = indexOf(some, 0);
        if (at < 0) {
            return this;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(utf8.length + 16 * others.length);
        int from = 0;
        while (at >= 0) {
            out.write(utf8, from, at - from);
            out.writeBytes(others);
            from = at + some.length;
            at = indexOf(some, from);
        }
        out.write(utf8, from, utf8.length - from);
        return new JsonText(out.toByteArray());
    }

    private int indexOf(byte[] some, int from) {
        for (int i = from; i <= utf8.length - some.length; i++) {
            if (utf8[i] == some[0] && Arrays.equals(utf8, i, i + some.length, some, 0, some.length)) {
                return i;
            }
        }
        return -1;
    }

    public int length() {
        return utf8.length;
    }

    public boolean isEmpty() {
        return utf8.length == 0;
    }

    /** The bytes themselves, not a copy; they must not be changed. */
    public byte[] bytes() {
        return utf8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonText text && Arrays.equals(utf8, text.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    @Override
    @JsonValue
    @JsonRawValue
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
