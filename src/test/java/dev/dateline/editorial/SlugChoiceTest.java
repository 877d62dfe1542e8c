package dev.dateline.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.editorial.SlugChoice.Present;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugChoiceTest {

    private static final UUID ID = UUID.fromString("01981f2c-5a00-7000-8000-00000000bead");

    @ParameterizedTest
    @ValueSource(strings = {"bridge", "bridge-2", "bridge-49", "bridge-00000000bead"})
    void what_was_made_of_the_first_headline_goes_with_it_before_anybody_saw_it(String made) {
        assertThat(renamed(made, false)).isEqualTo("tunnel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge-2024", "bridge-ad", "bridge-0", "the-bridge"})
    void what_an_editor_chose_stays_when_the_headline_changes(String chosen) {
        assertThat(renamed(chosen, false)).isEqualTo(chosen);
    }

    @Test
    void an_address_that_was_public_stays() {
        assertThat(renamed("bridge", true)).isEqualTo("bridge");
    }

    @Test
    void a_slug_that_is_taken_gets_a_number() {
        Set<String> taken = Set.of("tunnel", "tunnel-2");

        assertThat(SlugChoice.choose(null, Present.NOTHING, "Tunnel", "en", ID, taken::contains))
                .isEqualTo("tunnel-3");
    }

    private static String renamed(String slug, boolean wasPublic) {
        return SlugChoice.choose(
                slug, new Present(slug, "Bridge", "en", () -> wasPublic), "Tunnel", "en", ID, wanted -> false);
    }
}
