package dev.dateline.media;

import dev.dateline.json.JsonText;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Where pictures are. What is published is stored with a mark in the place of it, filled in when it is read: so pictures can move
 * without anything being rendered anew.
 */
@Singleton
public class MediaAddress {

    /** One of the characters that no text may hold, and that Unicode leaves to programs (section 23.7). */
    static final String MARK = "\uFDD0";

    private static final byte[] MARK_BYTES = MARK.getBytes(StandardCharsets.UTF_8);

    private final byte[] base;

    MediaAddress(MediaConfig config) {
        this.base = config.baseUrl().getBytes(StandardCharsets.UTF_8);
    }

    /** What readers get. */
    public JsonText fill(JsonText stored) {
        return stored.replacing(MARK_BYTES, base);
    }

    /**
     * What readers elsewhere get, whom an address without a host does not help.
     *
     * @param absolute makes a whole address of a path of this API
     */
    public JsonText fillWhole(JsonText stored, UnaryOperator<String> absolute) {
        return fill(stored, absolute.apply(new String(base, StandardCharsets.UTF_8)));
    }

    /**
     * The same with the pictures somewhere else.
     *
     * @param other what their addresses begin with
     */
    public static JsonText fill(JsonText stored, String other) {
        return stored.replacing(MARK_BYTES, other.getBytes(StandardCharsets.UTF_8));
    }
}
