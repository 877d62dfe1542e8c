package dev.dateline.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables, code, galleries and recordings, in every format of a body. */
class RicherBlocksTest {

    private static Body body(PublishedBlock block) {
        return new Body(List.of(block));
    }

    private static final TableBlock TABLE = new TableBlock(
            "Trams a day",
            1,
            List.of(TableAlignment.START, TableAlignment.END),
            List.of(List.of("Line", "A <em>day</em>"), List.of("1 | 6", "128"), List.of("8")));

    @Test
    void aTableHasHeadersAlignmentAndCellsForEveryColumn() {
        assertThat(body(TABLE).html())
                .isEqualTo("<table><caption>Trams a day</caption><thead><tr><th>Line</th>"
                        + "<th style=\"text-align: end\">A <em>day</em></th></tr></thead><tbody><tr><td>1 | 6</td>"
                        + "<td style=\"text-align: end\">128</td></tr><tr><td>8</td><td style=\"text-align: end\"></td></tr>"
                        + "</tbody></table>");
        assertThat(body(TABLE).markdown())
                .isEqualTo("**Trams a day**\n\n| Line | A _day_ |\n| --- | --: |\n| 1 &#124; 6 | 128 |\n| 8 |  |");
        assertThat(body(TABLE).text()).isEqualTo("Trams a day\nLine | A day\n1 | 6 | 128\n8 | ");
    }

    @Test
    void aTablesSizeCountsTheEmptyCellsOfItsShortRows() {
        List<List<String>> ragged = new ArrayList<>(Collections.nCopies(99, List.of("")));
        ragged.add(Collections.nCopies(50, ""));
        assertThat(new TableBlock(null, 0, List.of(), ragged).isOfAModestSize()).isTrue();

        ragged.add(List.of(""));

        assertThat(new TableBlock(null, 0, List.of(), ragged).isOfAModestSize()).isFalse();
    }

    @Test
    void aBarInCodeDoesNotEndACellOfATable() {
        TableBlock table = new TableBlock(
                null,
                1,
                List.of(TableAlignment.START, TableAlignment.START),
                List.of(List.of("A", "B"), List.of("<code>x|y</code>", "second")));
        assertThat(body(table).markdown()).endsWith("| `x\\|y` | second |");
    }

    @Test
    void codeIsShownAsItIsTyped() {
        CodeBlock code = new CodeBlock("if (a < b) {\n  say(\"```\");\n}", "java");

        assertThat(body(code).html())
                .isEqualTo("<pre><code class=\"language-java\">if (a &lt; b) {\n  say(\"```\");\n}</code></pre>");
        assertThat(body(code).markdown()).isEqualTo("````java\nif (a < b) {\n  say(\"```\");\n}\n````");
        assertThat(body(code).text()).isEqualTo("if (a < b) {\n  say(\"```\");\n}");
    }

    @Test
    void aGalleryKeepsItsOrderAndItsCaptions() {
        GalleryBlock gallery = new GalleryBlock(
                "A year",
                List.of(Image.at("https://e.org/1.jpg", "One", "First"), Image.at("https://e.org/2.jpg", null, null)));

        assertThat(body(gallery).html())
                .isEqualTo(
                        "<figure><figure><img src=\"https://e.org/1.jpg\" alt=\"One\"><figcaption>First</figcaption></figure>"
                                + "<figure><img src=\"https://e.org/2.jpg\" alt=\"\"></figure><figcaption>A year</figcaption></figure>");
        assertThat(body(gallery).markdown())
                .isEqualTo("![One](<https://e.org/1.jpg>)\n\n_First_\n\n![](<https://e.org/2.jpg>)\n\n_A year_");
        assertThat(body(gallery).text()).isEqualTo("First\nA year");
    }

    @Test
    void aVideoThatIsAFileCanBePlayedAndOneOnAPageIsALink() {
        VideoBlock file = new VideoBlock(
                "https://e.org/v.mp4",
                "video/mp4",
                "The tram",
                95,
                Image.at("https://e.org/still.jpg", null, null),
                "On the quay",
                "Alena",
                "It rings.",
                List.of(new MediaCaptions("be", "https://e.org/v.be.vtt")));

        assertThat(body(file).html())
                .isEqualTo(
                        "<figure><p><a href=\"https://e.org/v.mp4\">The tram</a></p><video controls preload=\"none\" src=\"https://e.org/v.mp4\""
                                + " poster=\"https://e.org/still.jpg\"><track kind=\"captions\" srclang=\"be\""
                                + " src=\"https://e.org/v.be.vtt\"></video><blockquote><p>It rings.</p></blockquote>"
                                + "<figcaption>On the quay (Alena)</figcaption></figure>");
        assertThat(body(file.withMediaType(null).withTranscript(null)).html())
                .isEqualTo("<figure><a href=\"https://e.org/v.mp4\">The tram</a>"
                        + "<figcaption>On the quay (Alena)</figcaption></figure>");
        assertThat(body(file).text()).isEqualTo("The tram\nIt rings.\nOn the quay (Alena)");
    }

    @Test
    void aSoundReadsLikeAVideo() {
        AudioBlock audio =
                new AudioBlock("https://e.org/a.mp3", "audio/mpeg", "Episode 1", 1800, null, "Alena", null, List.of());

        assertThat(body(audio).html())
                .isEqualTo(
                        "<figure><p><a href=\"https://e.org/a.mp3\">Episode 1</a></p><audio controls preload=\"none\" src=\"https://e.org/a.mp3\"></audio>"
                                + "<figcaption>Alena</figcaption></figure>");
        assertThat(body(audio).markdown()).isEqualTo("[Episode 1](<https://e.org/a.mp3>)\n\n_Alena_");
    }

    @Test
    void aTranscriptKeepsItsParagraphsAndLines() {
        AudioBlock audio = new AudioBlock(
                "https://e.org/a.mp3",
                "audio/mpeg",
                null,
                null,
                null,
                null,
                "One & two.\nThree.\n\n# Four.",
                List.of());

        assertThat(body(audio).html())
                .contains("<blockquote><p>One &amp; two.<br>Three.</p><p># Four.</p></blockquote>");
        assertThat(body(audio).markdown()).endsWith("\n\n> One & two.\\\n> Three.\n> \n> \\# Four.");
    }

    @Test
    void whereAQuoteWasSaidIsALink() {
        QuoteBlock quote = new QuoteBlock("It held.", new Attribution("Iryna", null, "https://e.org/said"));

        assertThat(body(quote).markdown()).isEqualTo("> It held.\n>\n> — [Iryna](<https://e.org/said>)");
    }

    @Test
    void aPictureWithoutWordsLeavesNoEmptyLinesInText() {
        PublishedBlock picture = new ImageBlock(Image.at("https://e.org/a.jpg", null, null));
        Body body = new Body(List.of(new ParagraphBlock("One."), picture, new ParagraphBlock("Two.")));

        assertThat(body.text()).isEqualTo("One.\n\nTwo.");
        assertThat(new Body(List.of(picture)).text()).isEmpty();
    }
}
