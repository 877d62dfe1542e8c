package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import dev.dateline.media.MediaAddress;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Reads our own JSON for those elsewhere: pictures have whole addresses, and every address is one for the strictest reader. */
@Singleton
class WholeJson {

    private static final Set<String> ADDRESSES = Set.of("url", "canonicalUrl", "licenceUrl");

    private final MediaAddress media;
    private final PageAddresses pages;

    WholeJson(MediaAddress media, PageAddresses pages) {
        this.media = media;
        this.pages = pages;
    }

    JsonNode read(JsonText stored) {
        try {
            JsonNode json = Json.MAPPER.readTree(
                    media.fillWhole(stored, pages::absolute).bytes());
            escape(json);
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException("Our own JSON cannot be read", e);
        }
    }

    private static void escape(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (ADDRESSES.contains(field.getKey()) && field.getValue().isTextual()) {
                    field.setValue(
                            TextNode.valueOf(EscapedAddress.of(field.getValue().textValue())));
                }
            });
        }
        json.forEach(WholeJson::escape);
    }
}
