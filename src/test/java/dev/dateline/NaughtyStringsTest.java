package dev.dateline;

import static dev.dateline.Newsroom.editor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strings that break things come back as they went in, or are refused by name. */
@DatelineTest
class NaughtyStringsTest {

    private static final Path BIG_LIST = Path.of("../shared/data/strings/blns.json");

    private static final List<String> TEXT_FIELDS = List.of("headline", "kicker", "lead", "externalId");

    @Test
    void ourOwnShortListRoundTrips() {
        for (String text : List.of(
                "Ў і ї є ґ ё ʼ ’",
                "日本語",
                "👩‍👩‍👧‍👦🇺🇦",
                "\u202eright to left\u202c",
                "a\tb",
                "\\u0000",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "${7*7}",
                "NULL",
                "\u0000",
                "\ufffe",
                "é",
                " ")) {
            check(text);
        }
    }

    @Test
    void theBigListRoundTrips() throws IOException {
        assumeTrue(Files.exists(BIG_LIST), "skipped: the big list of naughty strings is not at " + BIG_LIST);
        List<String> texts = new ArrayList<>();
        Newsroom.JSON.readTree(BIG_LIST.toFile()).forEach(text -> texts.add(text.textValue()));
        assertThat(texts).hasSizeGreaterThan(400);
        texts.forEach(NaughtyStringsTest::check);
    }

    /** A text is kept as it is, but composed; one in which nobody sees anything is empty. */
    private static String kept(String text) {
        boolean seen = text.codePoints()
                .anyMatch(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT));
        return seen ? Normalizer.normalize(text, Normalizer.Form.NFC) : "";
    }

    private static void check(String given) {
        String text = kept(given);
        ObjectNode content = Newsroom.JSON.createObjectNode();
        TEXT_FIELDS.forEach(field -> content.put(field, given));
        content.putObject("headlines").put("push", text).put("social", text).put("seo", text);
        content.putObject("rights").put("holder", text).put("notice", text).put("usageTerms", text);
        content.withArray("sources").addObject().put("name", text);
        content.putObject("image")
                .put("url", "https://e.org/x.jpg")
                .put("alt", text)
                .put("caption", text)
                .put("credit", text);
        ObjectNode quote = content.withArray("body").addObject();
        quote.put("type", "quote")
                .put("html", text)
                .putObject("attribution")
                .put("person", text)
                .put("office", text);
        Response answer = editor().contentType("application/json")
                .body(content.toString())
                .post("/v1/editorial/articles");
        if (answer.statusCode() == 400 || answer.statusCode() == 409) {
            for (JsonNode error : Newsroom.tree(answer.asString()).get("errors")) {
                assertThat(content.at(error.get("pointer").textValue()).isMissingNode())
                        .isFalse();
            }
            TEXT_FIELDS.forEach(field -> single(field, given));
            return;
        }
        assertThat(answer.statusCode()).as(text).isEqualTo(201);
        JsonNode kept = Newsroom.tree(answer.asString());
        ObjectNode plain = content.deepCopy();
        ((ObjectNode) plain.at("/body/0")).remove("html");
        for (String field : List.of("headline", "kicker", "lead", "headlines", "rights", "sources")) {
            assertThat(kept.get(field)).as(text).isEqualTo(plain.get(field));
        }
        assertThat(kept.at("/body/0/attribution")).isEqualTo(plain.at("/body/0/attribution"));
        String once = kept.at("/body/0/html").textValue();
        assertThat(once)
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<img")
                .doesNotContainIgnoringCase("javascript:\"");
        Response again = editor().header("If-Match", "*")
                .contentType("application/json")
                .body(kept.toString())
                .put("/v1/editorial/articles/" + kept.get("id").textValue());
        assertThat(Newsroom.tree(again.asString()))
                .as("sanitising twice changes nothing more")
                .isEqualTo(kept);
    }

    private static void single(String field, String text) {
        ObjectNode content = Newsroom.JSON.createObjectNode().put(field, text);
        Response answer = editor().contentType("application/json")
                .body(content.toString())
                .post("/v1/editorial/articles");
        assertThat(answer.statusCode()).as(field + ": " + text).isIn(201, 400, 409);
        JsonNode json = Newsroom.tree(answer.asString());
        if (answer.statusCode() == 201) {
            assertThat(json.get(field).textValue()).isEqualTo(kept(text));
        } else {
            assertThat(json.at("/errors/0/pointer").textValue()).isEqualTo("/" + field);
        }
    }
}
