package dev.dateline.exchange.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.content.Attribution;
import dev.dateline.content.AudioBlock;
import dev.dateline.content.Block;
import dev.dateline.content.CodeBlock;
import dev.dateline.content.EmbedBlock;
import dev.dateline.content.GalleryBlock;
import dev.dateline.content.Image;
import dev.dateline.content.ImageBlock;
import dev.dateline.content.InlineHtml;
import dev.dateline.content.ListBlock;
import dev.dateline.content.MediaCaptions;
import dev.dateline.content.ParagraphBlock;
import dev.dateline.content.QuoteBlock;
import dev.dateline.content.TableBlock;
import dev.dateline.content.VideoBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents that people found in their archives, each with what it must become. */
class OddHtmlTest {

    private static ConvertedHtml converted(String html) {
        return HtmlBlocks.convert(html, HtmlContext.alone("https://site.example/"));
    }

    private static List<String> paragraphs(String html) {
        return converted(html).blocks().stream()
                .map(block -> block instanceof ParagraphBlock paragraph
                        ? paragraph.html()
                        : block instanceof TableBlock table ? table.rows().toString() : "(" + block + ")")
                .toList();
    }

    private static List<String> pictures(List<Block> blocks) {
        return blocks.stream()
                .filter(ImageBlock.class::isInstance)
                .map(block -> ((ImageBlock) block).image().url())
                .toList();
    }

    @Test
    void wordsBetweenTheCellsOfATableAreKept() {
        assertThat(paragraphs("<table>before<tr><td>1</td><td>2</td></tr>between<tr>loose<td>3</td></tr></table>"))
                .containsExactly("before", "[[1, 2]]", "between", "[[loose, 3]]");
    }

    @Test
    void anEmptyCellKeepsItsColumn() {
        assertThat(paragraphs("<table><tr><td>Minsk</td><td></td><td>5</td></tr></table>"))
                .containsExactly("[[Minsk, , 5]]");
    }

    @Test
    void whatAParserDoesNotReadIsText() {
        assertThat(paragraphs("<p>a</p><xmp>x words</xmp><noembed>n words</noembed><p>b</p>"))
                .hasSameElementsAs(List.of("a", "x words", "n words", "b"));
    }

    @Test
    void aCommentThatDoesNotEndIsNamedWithItsWords() {
        assertThat(converted("<p>a</p><!-- open <p>words behind</p>").notes().toString())
                .contains("words behind");
    }

    @Test
    void referencesToForbiddenCharactersAreTakenOutEverywhere() {
        ConvertedHtml converted =
                converted("<p>non&#30;breaking &#x8;</p><img src=\"https://e.org/a.jpg\" alt=\"a&#2;b\">");
        assertThat(converted.blocks().get(0)).isEqualTo(new ParagraphBlock("nonbreaking"));
        assertThat(((ImageBlock) converted.blocks().get(1)).image().alt()).isEqualTo("ab");
    }

    @Test
    void aPictureMayHaveItsAddressInASourceSetOrInTheSettingsOfACover() {
        assertThat(pictures(converted(
                                "<img srcset=\"https://e.org/s,1.jpg 320w, https://e.org/l,1.jpg 1600w\" alt=\"Map\">")
                        .blocks()))
                .containsExactly("https://e.org/l,1.jpg");
        assertThat(pictures(converted(
                                "<!-- wp:cover {\"url\":\"https://e.org/c.jpg\",\"hasParallax\":true} --><div><p>Over it</p></div><!-- /wp:cover -->")
                        .blocks()))
                .containsExactly("https://e.org/c.jpg");
        assertThat(converted("<img alt=\"Words without a picture\">").notes().toString())
                .contains("Words without a picture");
    }

    @Test
    void aCaptionThatDoesNotEndIsNoPictureOfTheWholeArticle() {
        assertThat(paragraphs("[caption id=\"a\"]Below.\n\nSecond.\n\nThird.")).endsWith("Second.", "Third.");
    }

    @Test
    void aTableStaysATableWithItsHeadersAndCaption() {
        assertThat(converted("<table><caption>Trams</caption><thead><tr><th>Line</th><th>A day</th></tr></thead>"
                                + "<tr><td>1</td><td><b>128</b></td></tr></table>")
                        .blocks())
                .containsExactly(new TableBlock(
                        "Trams", 1, List.of(), List.of(List.of("Line", "A day"), List.of("1", "<b>128</b>"))));
    }

    @Test
    void codeStaysCodeAndAPoemStaysAParagraph() {
        assertThat(converted("<pre><code class=\"language-sql\">select 1\n  from a;\n</code></pre>")
                        .blocks())
                .containsExactly(new CodeBlock("select 1\n  from a;", "sql"));
        assertThat(paragraphs("<pre>Two\nlines</pre>")).containsExactly("Two<br>lines");
    }

    @Test
    void aFigureOfSeveralPicturesIsAGallery() {
        assertThat(converted("<figure><img src=\"https://e.org/1.jpg\" alt=\"One\"><img src=\"https://e.org/2.jpg\">"
                                + "<figcaption>Both</figcaption></figure>")
                        .blocks())
                .containsExactly(new GalleryBlock(
                        "Both",
                        List.of(
                                Image.at("https://e.org/1.jpg", "One", null),
                                Image.at("https://e.org/2.jpg", null, null))));
    }

    @Test
    void aVideoKeepsItsStillPictureAndItsCaptions() {
        assertThat(converted("<video poster=\"https://e.org/s.jpg\" src=\"https://e.org/v.webm\">"
                                + "<track kind=\"captions\" srclang=\"be\" src=\"https://e.org/be.vtt\"></video>")
                        .blocks())
                .containsExactly(new VideoBlock(
                        "https://e.org/v.webm",
                        "video/webm",
                        null,
                        null,
                        Image.at("https://e.org/s.jpg", null, null),
                        null,
                        null,
                        null,
                        List.of(new MediaCaptions("be", "https://e.org/be.vtt"))));
    }

    @Test
    void aPictureInACellFollowsItsTableWhichStaysWhole() {
        ConvertedHtml converted = converted(
                "<table><tr><th>Who</th><th>Face</th></tr>"
                        + "<tr><td>Anna</td><td><img src=\"https://e.org/a.jpg\"></td></tr><tr><td>Ivan</td><td>none</td></tr></table>");

        assertThat(converted.blocks())
                .containsExactly(
                        new TableBlock(
                                null,
                                1,
                                List.of(),
                                List.of(List.of("Who", "Face"), List.of("Anna", ""), List.of("Ivan", "none"))),
                        new ImageBlock(Image.at("https://e.org/a.jpg", null, null)));
        assertThat(converted.notes().toString()).contains("follows the table");
    }

    @Test
    void aNumberedListWithinAListKeepsItsNumbers() {
        assertThat(converted("<ul><li>Steps<ol start=\"3\"><li>boil</li><li>eat</li></ol></li></ul>")
                        .blocks())
                .containsExactly(new ListBlock(false, List.of("Steps<br>3. boil<br>4. eat"), null));
    }

    @Test
    void whatWasHiddenThereIsShownAndTold() {
        ConvertedHtml converted = converted("<p>Seen</p><div style=\"color:red; display:none\">Unseen words</div>");

        assertThat(converted.blocks()).hasSize(2);
        assertThat(converted.notes()).contains("what was hidden there is shown here: Unseen words");
    }

    @Test
    void aFilesNameAndItsButtonAreTwoWords() {
        assertThat(paragraphs("<div class=\"wp-block-file\"><a href=\"https://e.org/r.pdf\">Report</a>"
                        + "<a href=\"https://e.org/r.pdf\" class=\"wp-block-file__button\">Download</a></div>"))
                .containsExactly(
                        "<a href=\"https://e.org/r.pdf\">Report</a> <a href=\"https://e.org/r.pdf\">Download</a>");
    }

    @Test
    void recordingsInShortcodesAreRecordings() {
        assertThat(converted(
                                "[video poster=\"https://e.org/s.jpg\" mp4=\"https://e.org/v.mp4\"][/video][audio src=\"https://e.org/a.mp3\"]"
                                        + "[video src=\"https://www.youtube.com/watch?v=1\"]")
                        .blocks())
                .hasSize(3)
                .satisfies(blocks -> assertThat(blocks.get(0))
                        .isEqualTo(new VideoBlock(
                                "https://e.org/v.mp4",
                                "video/mp4",
                                null,
                                null,
                                Image.at("https://e.org/s.jpg", null, null),
                                null,
                                null,
                                null,
                                List.of())))
                .satisfies(blocks -> assertThat(blocks.get(1)).isInstanceOf(AudioBlock.class))
                .satisfies(blocks -> assertThat(blocks.get(2)).isInstanceOf(EmbedBlock.class));
    }

    @Test
    void whatAPageBuilderKeepsEncodedIsRead() {
        assertThat(paragraphs("[vc_raw_html]JTNDcCUzRUhpZGRlbiUyMHdvcmRzJTNDJTJGcCUzRQ==[/vc_raw_html]"))
                .containsExactly("Hidden words");
    }

    @Test
    void whatLabelsSayIsTold() {
        assertThat(converted(
                                "<video src=\"https://e.org/v.mp4\"><track label=\"Belarusian track\" src=\"https://e.org/t.vtt\"></video>"
                                        + "<form><input value=\"typed before\"></form><map><area alt=\"north\" href=\"https://e.org\"></map><!--more Read all of it-->")
                        .notes()
                        .toString())
                .contains("Belarusian track", "typed before", "north", "Read all of it");
    }

    @Test
    void commentsAreNamedAndNeverShown() {
        ConvertedHtml converted = converted(
                "<o:p>a<!-- editor: keep --> b</o:p><p>x <time>5<!-- secret --></time> y</p><!-- at https://e.org/note -->");

        assertThat(converted.blocks()).containsExactly(new ParagraphBlock("a b"), new ParagraphBlock("x 5 y"));
        assertThat(converted.notes().toString()).contains("editor: keep", "secret", "https://e.org/note");
    }

    @Test
    void aQuoteWithinAQuoteKeepsItsSpeaker() {
        assertThat(converted(
                                "<blockquote><p>A said</p><blockquote><p>B said</p><cite>Inner</cite></blockquote><cite>Outer</cite></blockquote>")
                        .blocks())
                .containsExactly(
                        new QuoteBlock("A said", new Attribution("Outer", null, null)),
                        new QuoteBlock("B said", new Attribution("Inner", null, null)));
    }

    @Test
    void aVerseKeepsTheSpacesBetweenItsWords() {
        assertThat(paragraphs("<pre>Я <em>прыйшоў</em> да <strong>вас</strong> сёння\n  з ранку</pre>"))
                .containsExactly("Я <em>прыйшоў</em> да <strong>вас</strong> сёння<br>&#xa0;&#xa0;з ранку");
    }

    @Test
    void cellsOverSeveralRowsAndColumnsLeaveTheOthersInTheirPlaces() {
        assertThat(paragraphs("<table><tr><th>Год</th><th>Сярэбра</th><th>Золата</th></tr>"
                        + "<tr><td rowspan=\"2\">2019</td><td>3</td><td>4</td></tr><tr><td>5</td><td>6</td></tr>"
                        + "<tr><td colspan=\"2\">разам</td><td>18</td></tr></table>"))
                .containsExactly("[[Год, Сярэбра, Золата], [2019, 3, 4], [, 5, 6], [разам, , 18]]");
    }

    @Test
    void formulasKeepTheirMeaning() {
        assertThat(
                        paragraphs(
                                "<p>It is <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of <math><msup><mn>10</mn><mn>6</mn></msup></math></p>"))
                .containsExactly("It is 1/2 of 10<sup>6</sup>");
        assertThat(InlineHtml.sanitised("<ruby>a<rt>b</rt></ruby>c <button>d</button>e"))
                .isEqualTo("a (b)c  d e");
    }

    @Test
    void theCaptionOfTheOnlyPictureOfAGalleryIsKept() {
        assertThat(converted(
                                "<figure><figure><img src=\"https://e.org/1.jpg\"><figcaption>Photo by Anna</figcaption></figure>"
                                        + "<figcaption>All of Minsk</figcaption></figure>")
                        .blocks())
                .containsExactly(
                        new ImageBlock(Image.at("https://e.org/1.jpg", null, "Photo by Anna")),
                        new ParagraphBlock("All of Minsk"));
    }

    @Test
    void whatSettingsAttributesAndOldPlayersSayIsNamed() {
        String notes = converted(
                        "<!-- wp:kadence/infobox {\"title\":\"Загаловак\",\"link\":\"https://e.org/more\",\"className\":\"wide box\"} --><div></div><!-- /wp:kadence/infobox -->"
                                + "<amp-img src=\"https://e.org/amp.jpg\" alt=\"Amp words\"></amp-img>"
                                + "<object><param name=\"movie\" value=\"https://e.org/v/abc\"><param name=\"flashvars\" value=\"file=film.flv\"></object>"
                                + "<p aria-description=\"Мост закрыт\" name=\"anchor-here\">x</p>"
                                + "<a href=\"https://e.org/big.jpg\" title=\"Подпіс\"><img src=\"https://e.org/s.jpg\"></a>"
                                + "<video src=\"https://e.org/v.mp4\"><a href=\"https://e.org/dl.mp4\">Скачать</a></video>"
                                + "<svg><a xlink:href=\"https://e.org/svg\">one</a></svg><iframe srcdoc=\"Тэкст рамкі\" src=\"https://e.org/f\"></iframe>"
                                + "[soundcloud url=\"https://e.org/track\" params=\"color=zz\"][gallery ids=\"1\" title=\"Назва галерэі\"]")
                .notes()
                .toString();

        assertThat(notes)
                .contains("Загаловак", "https://e.org/more", "https://e.org/amp.jpg", "Amp words")
                .contains(
                        "file=film.flv",
                        "Мост закрыт",
                        "anchor-here",
                        "Подпіс",
                        "https://e.org/dl.mp4",
                        "https://e.org/svg")
                .contains("Тэкст рамкі", "color=zz", "Назва галерэі")
                .doesNotContain("wide box");
    }

    @Test
    void aCellThatReachesFurtherThanThereAreColumnsAddsNone() {
        assertThat(paragraphs("<table><tr><td colspan=\"50\">Title</td></tr><tr><td>a</td><td>b</td></tr></table>"))
                .containsExactly("[[Title, ], [a, b]]");
    }

    @Test
    void aShortRowDoesNotEndTheCellsAboveIt() {
        assertThat(paragraphs("<table><tr><td>a</td><td>b</td><td rowspan=\"3\">c</td><td>d</td></tr>"
                        + "<tr><td>e</td></tr><tr><td>f</td><td>g</td><td>h</td></tr></table>"))
                .containsExactly("[[a, b, c, d], [e], [f, g, , h]]");
    }

    @Test
    void whatAPageBuilderDoesNotEncodeIsKeptAsItIs() {
        assertThat(paragraphs("[vc_raw_html]<p>Hello</p>[/vc_raw_html]")).containsExactly("Hello");
    }
}
