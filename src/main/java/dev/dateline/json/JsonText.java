package dev.dateline.json;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finished JSON as the bytes that go out. What publishing stored is laid together from such pieces without ever becoming
 * characters, which was a third of the cost of a list. Each is laid together at its exact length, so that its bytes are
 * copied once.
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
        int inside = items.stream().mapToInt(JsonText::length).sum();
        byte[] whole = new byte[2 + inside + Math.max(0, items.size() - 1)];
        ByteBuffer out = ByteBuffer.wrap(whole);
        byte separator = '[';
        for (JsonText item : items) {
            out.put(separator).put(item.utf8);
            separator = ',';
        }
        if (items.isEmpty()) {
            out.put(separator);
        }
        out.put((byte) ']');
        return new JsonText(whole);
    }

    /** An object with these fields, in their order. */
    public static JsonText object(Map<String, JsonText> fields) {
        List<byte[]> parts = new ArrayList<>();
        fields.forEach((name, value) -> {
            parts.add(((parts.isEmpty() ? "{\"" : ",\"") + name + "\":").getBytes(StandardCharsets.UTF_8));
            parts.add(value.utf8);
        });
        parts.add((fields.isEmpty() ? "{}" : "}").getBytes(StandardCharsets.UTF_8));
        byte[] whole = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        ByteBuffer out = ByteBuffer.wrap(whole);
        parts.forEach(out::put);
        return new JsonText(whole);
    }

    /** This object with one more field at its end. */
    public JsonText with(String field, JsonText value) {
        byte[] name = ((utf8.length > 2 ? ",\"" : "\"") + field + "\":").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[utf8.length + name.length + value.utf8.length];
        ByteBuffer.wrap(whole)
                .put(utf8, 0, utf8.length - 1)
                .put(name)
                .put(value.utf8)
                .put((byte) '}');
        return new JsonText(whole);
    }

    /** The same with every place of some bytes taken by others; itself when there is none. */
    public JsonText replacing(byte[] some, byte[] others) {
        int places = 0;
        for (int at = indexOf(some, 0); at >= 0; at = indexOf(some, at + some.length)) {
            places++;
        }
        if (places == 0) {
            return this;
        }
        byte[] whole = new byte[utf8.length + places * (others.length - some.length)];
        ByteBuffer out = ByteBuffer.wrap(whole);
        int from = 0;
        for (int at = indexOf(some, 0); at >= 0; at = indexOf(some, from)) {
            out.put(utf8, from, at - from).put(others);
            from = at + some.length;
        }
        out.put(utf8, from, utf8.length - from);
        return new JsonText(whole);
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
