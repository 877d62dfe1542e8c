package dev.dateline.editorial.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContentPatchTest {

    private static JsonNode content(String headline, int from, int to) {
        String numbers =
                IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        return Json.read(
                "{\"headline\": \"" + headline + "\", \"extensions\": {\"grid\": " + numbers + "}}", ObjectNode.class);
    }

    @Test
    void whatIsShortIsComparedItemByItem() {
        assertThat(ContentPatch.between(content("One", 0, 5), content("One", 0, 6)))
                .extracting("op", "path")
                .containsExactly(tuple("add", "/extensions/grid/5"));
    }

    @Test
    void aFieldWithLongArraysIsReplacedInItsWhole() {
        assertThat(ContentPatch.between(content("One", 0, 50_000), content("Two", 1, 50_000)))
                .extracting("op", "path")
                .containsExactlyInAnyOrder(tuple("replace", "/extensions"), tuple("replace", "/headline"));
        assertThat(ContentPatch.between(content("One", 0, 200_000), content("One", 0, 1_999)))
                .extracting("op", "path")
                .containsExactly(tuple("replace", "/extensions"));
        assertThat(ContentPatch.between(content("One", 0, 50_000), content("One", 0, 50_000)))
                .isEmpty();
    }
}
