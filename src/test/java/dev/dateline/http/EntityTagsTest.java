package dev.dateline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @Test
    void strongAndWeakComparisonDiffer() {
        EntityTags tags = EntityTags.parse("If-Match", "\"a\" , W/\"b,c\",\"d\"");
        assertThat(tags.matchesStrongly("a")).isTrue();
        assertThat(tags.matchesStrongly("b,c")).isFalse();
        assertThat(tags.matchesWeakly("b,c")).isTrue();
        assertThat(tags.matchesStrongly("d")).isTrue();
        assertThat(tags.matchesWeakly("x")).isFalse();
        assertThat(EntityTags.parse("If-Match", " * ").matchesStrongly("anything"))
                .isTrue();
    }

    @Test
    void emptyElementsSayNothing() {
        EntityTags tags = EntityTags.parse("If-Match", ", \"a\",, \"b\" , ,");
        assertThat(tags.matchesStrongly("a")).isTrue();
        assertThat(tags.matchesStrongly("b")).isTrue();
        assertThat(tags.matchesStrongly("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "a", "\"a", "a\"", "\"a\" \"b\"", "w/\"a\"", "\"a\",b", "*, \"a\"", "\"a b\""})
    void whatIsNotAListOfTagsIsRefused(String value) {
        assertThatThrownBy(() -> EntityTags.parse("If-Match", value)).isInstanceOf(Problem.class);
    }
}
