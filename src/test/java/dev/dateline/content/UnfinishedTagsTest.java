package dev.dateline.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever people type, it can be read, and reading it again changes nothing. */
class UnfinishedTagsTest {

    private static final List<String> PIECES = List.of(
            "<a",
            "<a href=\"https://x.y\">",
            "</a>",
            "<b>",
            "</b>",
            "<em",
            "\"",
            "'",
            ">",
            "/>",
            "=",
            " href=",
            " ",
            "x",
            "<p>",
            "</p>",
            "<iframe src=\"",
            "<script",
            "<!--",
            "-->",
            "<",
            "&",
            "<del>",
            "<table>",
            "<td>",
            "<svg>",
            "5 <6",
            "\n");

    private static String random(Random random) {
        StringBuilder html = new StringBuilder();
        for (int i = random.nextInt(14); i >= 0; i--) {
            html.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return html.toString();
    }

    @Test
    void whatWasReadOnceIsReadSoAgain() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 60_000; i++) {
            String html = random(random);
            String once = InlineHtml.sanitised(html);
            assertThat(InlineHtml.sanitised(once)).as("%s, seed %d", html, seed).isEqualTo(once);
        }
    }

    @Test
    void whatNoParserUnderstandsIsText() {
        String html =
                "<s><s><i><s><table><td><nobr><u><u><b><table><td><u><b><table><td><b><u><p><b><s><s><nobr><table><p>word";
        assertThat(InlineHtml.sanitised(html)).contains("word");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5 < 6 and <b>7</b> | 5 < 6 and <b>7</b>",
                "<a href=\"x>y</a> | <a href=\"x\">y</a>",
                "<a href='x>y</a> <a href='z'>w</a> | <a href='x'>y</a> <a href='z'>w</a>",
                "a <b | a &lt;b",
                "a <b c=\"<d\" <i>e</i> | a &lt;b c=\"&lt;d\" <i>e</i>",
                "<script/>a | <script></script>a",
                "<!-- <a href=\"x> --> b | <!-- <a href=\"x> --> b"
            })
    void tagsEnd(String html, String mended) {
        assertThat(UnfinishedTags.mended(html)).isEqualTo(mended);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<a href=\"https://x.y\"><svg><a href=\"https://x.y\">w",
                "<a href=\"https://x.y\"><table><a href=\"https://x.y\">w",
                "<a href=\"https://x.y\"><b><b><ins><del><p></a></b>w"
            })
    void linksWithinLinksAreReadSoAgain(String html) {
        String once = InlineHtml.sanitised(html);
        assertThat(InlineHtml.sanitised(once)).isEqualTo(once);
    }
}
