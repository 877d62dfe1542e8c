package dev.dateline.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request body that is one well-formed JSON document. {@link InputReader} makes it, and
 * turns it into a typed value.
 */
public record JsonBody(JsonNode json) {

    /** Whether nothing was sent at all. */
    public boolean isEmpty() {
        return json.isMissingNode();
    }
}
