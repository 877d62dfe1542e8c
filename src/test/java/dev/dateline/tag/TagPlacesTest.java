package dev.dateline.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.json.JsonText;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagPlacesTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

    /** {@code a} and {@code same} are one tag by now, {@code gone} is none any more. */
    private static final Map<String, Optional<TagPiece>> PIECES = Map.of(
            "a", Optional.of(new TagPiece(JsonText.ofJson("{\"slug\":\"a\"}"), EARLY)),
            "same", Optional.of(new TagPiece(JsonText.ofJson("{\"slug\":\"a\"}"), EARLY)),
            "b", Optional.of(new TagPiece(JsonText.ofJson("{\"slug\":\"б\"}"), LATE)),
            "gone", Optional.empty());

    private static FilledJson filled(String stored) {
        return TagPlaces.of(JsonText.ofJson(stored.replaceAll("<(\\w+)>", "{\"\\$tag\":\"$1\"}")))
                .filled(PIECES);
    }

    private static String text(String stored) {
        return filled(stored).json().toString();
    }

    @Test
    void tagsAreFilledInWhereTheyStand() {
        assertThat(text("{\"headline\":\"Навіна\",\"tags\":[<a>,<b>],\"n\":1}"))
                .isEqualTo("{\"headline\":\"Навіна\",\"tags\":[{\"slug\":\"a\"},{\"slug\":\"б\"}],\"n\":1}");
        assertThat(text("[<a>,{\"name\":\"x\"},<a>]"))
                .isEqualTo("[{\"slug\":\"a\"},{\"name\":\"x\"},{\"slug\":\"a\"}]");
        assertThat(text("{}")).isEqualTo("{}");
    }

    @Test
    void tagsThatAreOneByNowAreShownOnceInAnArray() {
        assertThat(text("[<a>,<same>,<b>,<a>]")).isEqualTo("[{\"slug\":\"a\"},{\"slug\":\"б\"}]");
        assertThat(text("{\"x\":[<a>],\"y\":[<same>]}"))
                .isEqualTo("{\"x\":[{\"slug\":\"a\"}],\"y\":[{\"slug\":\"a\"}]}");
    }

    @Test
    void whatIsGoneLeavesNoComma() {
        for (String array : new String[] {"[<gone>]", "[<gone>,<gone>]"}) {
            assertThat(text(array)).isEqualTo("[]");
        }
        for (String array : new String[] {"[<gone>,1]", "[1,<gone>]", "[<gone>,1,<gone>]"}) {
            assertThat(text(array)).isEqualTo("[1]");
        }
        assertThat(text("[1,<gone>,2]")).isEqualTo("[1,2]");
        assertThat(text("[<gone>,<a>,<gone>]")).isEqualTo("[{\"slug\":\"a\"}]");
    }

    @Test
    void theTimeIsThatOfTheNewestTag() {
        assertThat(filled("[<a>,<b>]").changedAt()).contains(LATE);
        assertThat(filled("[<gone>]").changedAt()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNamedAndTextIsNoPlaceholder() {
        Set<String> unknown = new HashSet<>();
        TagPlaces.of(JsonText.ofJson("[{\"$tag\":\"link be 1\"},{\"text\":\"{\\\"$tag\\\":\\\"no\\\"}\"}]"))
                .addUnknown(unknown, new HashMap<>());
        assertThat(unknown).containsExactly("link be 1");
    }
}
