package dev.dateline.exchange;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.problem.Problem;
import org.junit.jupiter.api.Test;

/** A dead host costs an import a few requests, and a living one none of its pictures. */
class UnreachablePicturesTest {

    private final UnreachablePictures pictures = new UnreachablePictures();

    @Test
    void whatFailedIsNotAskedForAgain() {
        pictures.failed("https://e.org/a.svg", "is no picture", false);

        assertThatThrownBy(() -> pictures.check("https://e.org/a.svg")).isInstanceOf(Problem.class);
        assertThatCode(() -> pictures.check("https://e.org/b.svg")).doesNotThrowAnyException();
    }

    @Test
    void aHostThatFailsAgainAndAgainIsLeftAlone() {
        for (int i = 0; i < 5; i++) {
            pictures.failed("https://dead.example/" + i, "no answer", true);
        }

        assertThatThrownBy(() -> pictures.check("https://dead.example/other")).isInstanceOf(Problem.class);
        assertThatCode(() -> pictures.check("https://living.example/1")).doesNotThrowAnyException();
    }

    @Test
    void picturesThatCannotBeReadAreNoFaultOfTheirHost() {
        for (int i = 0; i < 20; i++) {
            pictures.failed("https://e.org/" + i, "is no picture", false);
        }

        assertThatCode(() -> pictures.check("https://e.org/other")).doesNotThrowAnyException();
    }
}
