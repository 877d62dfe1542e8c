package dev.dateline.exchange;

import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.exchange.ImportTest.counts;
import static dev.dateline.exchange.ImportTest.problems;
import static dev.dateline.exchange.ImportTest.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Vocabularies of the IPTC become a tree of topics. */
@DatelineTest
class NewsCodesTest {

    private static final String JSON = "application/ld+json";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private String file(String concepts) {
        return """
                {"@context": "https://www.iptc.org/std/IKOS/IKOS.jsonld", "hasTopConcept": ["http://cv.iptc.org/newscodes/%1$s/1"],
                 "conceptSet": [%2$s]}""".formatted(mark, concepts.replace("~", mark));
    }

    private String vocabulary() {
        return file("""
                {"uri": "http://cv.iptc.org/newscodes/~/2", "prefLabel": {"en-US": "cycling ~"}, "broader": ["http://cv.iptc.org/newscodes/~/1"]},
                {"uri": "http://cv.iptc.org/newscodes/~/1", "prefLabel": {"en-US": "sport ~"}, "definition": {"en-US": "Games."},
                 "exactMatch": ["https://www.wikidata.org/entity/Q~"]},
                {"uri": "http://cv.iptc.org/newscodes/~/3", "prefLabel": {"en-US": "old sport ~"}, "retired": "2021-09-30T12:00:00+00:00"},
                {"uri": "http://cv.iptc.org/newscodes/~/4", "prefLabel": {"en-US": "biking ~"}, "retired": "2021-09-30T12:00:00+00:00",
                 "isReplacedBy": "http://cv.iptc.org/newscodes/~/2"}""");
    }

    private JsonNode tag(String sameAs) {
        return tree(editor().queryParam("same-as", sameAs.replace("~", mark))
                        .get("/v1/editorial/tags")
                        .asString())
                .at("/items/0");
    }

    @Test
    void conceptsBecomeTopicsBelowWhatIsBroader() {
        counts(run(JSON, vocabulary()), 4, 1, 0, 0, 0);
        JsonNode sport = tag("https://www.wikidata.org/entity/Q~");
        assertThat(sport.get("slug").textValue()).isEqualTo("sport-" + mark);
        assertThat(sport.at("/names/en-US").textValue()).isEqualTo("sport " + mark);
        assertThat(sport.at("/profile/descriptions/en-US").textValue()).isEqualTo("Games.");
        JsonNode cycling = tag("http://cv.iptc.org/newscodes/~/2");
        assertThat(cycling.get("parents").get(0).textValue()).isEqualTo("sport-" + mark);
        assertThat(tag("http://cv.iptc.org/newscodes/~/3").get("retired").booleanValue())
                .isTrue();
        editor().get("/v1/editorial/tags?slug=biking-" + mark)
                .then()
                .body("items.slug", org.hamcrest.Matchers.equalTo(java.util.List.of("cycling-" + mark)));
        counts(run(JSON, vocabulary()), 0, 0, 5, 0, 0);
    }

    @Test
    void aFileInAnotherLanguageAddsItsNames() {
        run(JSON, vocabulary());
        String russian = file("""
                {"uri": "http://cv.iptc.org/newscodes/~/1", "prefLabel": {"ru": "спорт ~"}, "definition": {"ru": "Игры."}},
                {"uri": "http://cv.iptc.org/newscodes/~/2", "prefLabel": {"ru": "велоспорт ~"}},
                {"uri": "http://cv.iptc.org/newscodes/~/3", "prefLabel": {}}""");
        counts(run(JSON, russian), 0, 2, 1, 0, 0);
        JsonNode cycling = tag("http://cv.iptc.org/newscodes/~/2");
        assertThat(cycling.get("names")).hasSize(2);
        assertThat(cycling.get("parents").get(0).textValue()).isEqualTo("sport-" + mark);
        assertThat(tag("http://cv.iptc.org/newscodes/~/3").get("names")).hasSize(1);
        assertThat(tag("http://cv.iptc.org/newscodes/~/3").get("retired").booleanValue())
                .isTrue();
        JsonNode sport = tag("https://www.wikidata.org/entity/Q~");
        assertThat(sport.get("slug").textValue()).isEqualTo("sport-" + mark);
        assertThat(sport.at("/names/en-US").textValue()).isEqualTo("sport " + mark);
        assertThat(sport.at("/names/ru").textValue()).isEqualTo("спорт " + mark);
        assertThat(sport.at("/profile/descriptions")).hasSize(2);
    }

    @Test
    void whatCannotBeCarriedOverIsSaid() {
        JsonNode job = run(JSON, file("""
                {"prefLabel": {"en": "No address ~"}},
                {"uri": "http://cv.iptc.org/newscodes/~/5", "prefLabel": {}, "broader": ["http://cv.iptc.org/newscodes/~/99"]},
                {"uri": "http://cv.iptc.org/newscodes/~/6", "prefLabel": {"en": "loop a ~"}, "broader": ["http://cv.iptc.org/newscodes/~/7"]},
                {"uri": "http://cv.iptc.org/newscodes/~/7", "prefLabel": {"en": "loop b ~"}, "broader": ["http://cv.iptc.org/newscodes/~/6"]}"""));
        counts(job, 3, 0, 0, 0, 1);
        assertThat(problems(job).findValuesAsText("reason"))
                .anyMatch(reason -> reason.contains("the concept's address"))
                .anyMatch(reason -> reason.contains("named by its code"))
                .anyMatch(reason -> reason.contains("/99"))
                .anyMatch(reason -> reason.contains("stands below this one"));
        for (String wrong : java.util.List.of("[]", "{\"conceptSet\": {}}", "{\"conceptSet\": [", "no json")) {
            assertThat(run(JSON, wrong).get("state").textValue()).as(wrong).isEqualTo("failed");
        }
    }

    @Test
    void aConceptWithTheNameOfAnotherIsToldAndItsAddressLeadsThere() {
        JsonNode job = run(JSON, file("""
                {"uri": "http://cv.iptc.org/newscodes/~/8", "prefLabel": {"en": "twice ~"}},
                {"uri": "http://cv.iptc.org/newscodes/~/9", "prefLabel": {"en": "Twice ~"}}"""));
        counts(job, 1, 0, 1, 0, 0);
        assertThat(problems(job).at("/0/reason").textValue()).contains("twice-" + mark);
        assertThat(tag("http://cv.iptc.org/newscodes/~/9").get("slug").textValue())
                .isEqualTo("twice-" + mark);
    }
}
