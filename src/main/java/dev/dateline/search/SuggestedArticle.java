package dev.dateline.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.json.Json;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article by its headline. */
@Schema(description = "An article by its headline.")
record SuggestedArticle(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "be") String language,
        @Schema(required = true, format = "uri-reference") String href,
        @Schema(required = true, examples = "Мост адкрылі") String headline) {

    static SuggestedArticle of(SearchHit hit) {
        JsonNode card = Json.read(hit.card().toString(), JsonNode.class);
        return new SuggestedArticle(
                hit.id(),
                card.path("language").asText(),
                card.path("href").asText(),
                card.path("headline").asText());
    }
}
