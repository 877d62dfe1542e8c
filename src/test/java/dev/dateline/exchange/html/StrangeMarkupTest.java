package dev.dateline.exchange.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dateline.content.Attribution;
import dev.dateline.content.AudioBlock;
import dev.dateline.content.Block;
import dev.dateline.content.EmbedBlock;
import dev.dateline.content.GalleryBlock;
import dev.dateline.content.ImageBlock;
import dev.dateline.content.ParagraphBlock;
import dev.dateline.content.QuoteBlock;
import dev.dateline.content.TableAlignment;
import dev.dateline.content.TableBlock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup that programs and people leave behind: what a browser shows of it arrives, and what it hides is named. */
class StrangeMarkupTest {

    private static final String POST = "https://old.example/2024/05/my-post/";

    private static ConvertedHtml converted(String html) {
        return HtmlBlocks.convert(html, HtmlContext.alone(POST));
    }

    private static Block only(String html) {
        List<Block> blocks = converted(html).blocks();
        assertThat(blocks).as(html).hasSize(1);
        return blocks.get(0);
    }

    private static List<String> paragraphs(String html) {
        return converted(html).blocks().stream()
                .filter(ParagraphBlock.class::isInstance)
                .map(block -> ((ParagraphBlock) block).html())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>Start. <a href=\"https://x.example/>link words</a> kept words</p><p>more</p> | Start. <a href=\"https://x.example/\">link words</a> kept words; more",
                "<p><a href=\"https://x.example/>link</a> words <img src=\"https://x.example/i.jpg\"> end</p> | <a href=\"https://x.example/\">link</a> words; end",
                "<p>5 <six words to the end | 5 &lt;six words to the end",
                "<p>5 <six words <b>and more</b></p> | 5 &lt;six words <b>and more</b>",
                "<p class=\"lead>First</p><p>Second</p> | First; Second",
                "<script src=\"https://s.example/x.js\" /><p>after the script</p> | after the script",
                "<iframe src=\"https://v.example/1\" /><p>after the frame</p> | after the frame",
                "<p><b style=\"font-weight:normal\" id=\"docs-internal\">plain</b> and <em style=\"font-style: normal\">plain</em></p> | plain and plain",
                "<p><span style=\"text-decoration: underline;\">under</span></p> | <u>under</u>",
                "<p><a href=\"page-2.html\">a</a> <a href=\"../up\">b</a></p> | <a href=\"https://old.example/2024/05/my-post/page-2.html\">a</a> <a href=\"https://old.example/2024/05/up\">b</a>",
                "<p><a href=\"mailto:a@b.example?subject=Hello big world\">write</a></p> | <a href=\"mailto:a@b.example?subject=Hello%20big%20world\">write</a>",
                "<td>cell A</td><td>cell B</td> | cell A; cell B",
                "Use [[gallery ids=\"1\"]] to show. | Use [gallery ids=\"1\"] to show."
            })
    void theWordsAndMarksOfAParagraphArrive(String html, String expected) {
        assertThat(String.join("; ", paragraphs(html))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a x='>' ", "<p title=\"", " b=\"<a\"", "<a href=\"x><b ", "<a <a", "<script "})
    void tagsThatDoNotEndAreReadInNoTime(String part) {
        String html = "<a" + part.repeat(400_000 / part.length()) + " <>";
        assertTimeout(Duration.ofSeconds(10), () -> converted(html));
    }

    @Test
    void whatIsLeftOpenInAFrameLosesNothingBehindIt() {
        assertThat(paragraphs("<p>a</p><iframe src=\"https://x.example/></iframe><p>b</p>"))
                .containsExactly("a", "b");
        assertThat(converted("<iframe src=\"https://x.example/>").blocks()).hasSize(1);
    }

    @Test
    void whatAScriptInATableSaysIsNamedAndTheTableStaysOne() {
        String html = "<table><style>td{color:red}</style><tr><td>a</td><td>b</td></tr>"
                + "<script>window.evil=1;</script><tr><td>c</td><td>d</td></tr><!-- a remark --></table>";
        assertThat(((TableBlock) only(html)).rows()).containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(converted(html).notes().toString()).contains("window.evil=1;", "td{color:red}", "a remark");
    }

    @Test
    void columnsKeepTheirAlignmentAndAGroupOfThemDividesNothing() {
        TableBlock table = (TableBlock)
                only(
                        "<table><thead><tr><th>Line</th><th align=\"right\">Trams</th><th>By</th></tr></thead>"
                                + "<colgroup><col></colgroup><tr><td>1</td><td>5</td><td style=\"text-align: center\">x</td></tr></table>");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.alignment()).containsExactly(TableAlignment.START, TableAlignment.END, TableAlignment.CENTER);
        assertThat(((TableBlock)
                                only(
                                        "<table><tr><td align=left>a</td><td>b</td></tr><tr><td align=right>1</td><td>2</td></tr></table>"))
                        .alignment())
                .isEmpty();
    }

    @Test
    void addressesInShortcodesAreWhatTheyStandFor() {
        assertThat(((EmbedBlock) only("[embed]https://www.youtube.com/watch?v=a&#038;t=10[/embed]")).url())
                .isEqualTo("https://www.youtube.com/watch?v=a&t=10");
        assertThat(((AudioBlock) only("[audio src=\"https://a.example/x.mp3?a=1&#x26;b=2\"]")).url())
                .isEqualTo("https://a.example/x.mp3?a=1&b=2");
    }

    @Test
    void anAddressAloneOnItsLineIsWhatLiesThere() {
        assertThat(converted("Watch:\nhttps://youtu.be/mid1\nThen more text.").blocks())
                .hasSize(3)
                .element(1)
                .isInstanceOfSatisfying(
                        EmbedBlock.class, embed -> assertThat(embed.url()).isEqualTo("https://youtu.be/mid1"));
    }

    @Test
    void anAddressThatIsPartOfALineStaysInItsSentence() {
        assertThat(paragraphs("Text\nhttps://a.example/c <b>x</b>"))
                .containsExactly("Text<br>https://a.example/c <b>x</b>");
    }

    @Test
    void whatOnlyHasTheNameOfAGalleryStaysWhatItIs() {
        assertThat(only("<table class=\"gallery\"><tr><td>a</td><td>b</td></tr></table>"))
                .isInstanceOf(TableBlock.class);
        assertThat(paragraphs("<div class=\"gallery\"><img src=\"a.jpg\"><p>One.</p><p>Two.</p></div>"))
                .containsExactly("One.", "Two.");
    }

    @Test
    void aRecordingHasTheTypeOfItsOwnFile() {
        AudioBlock audio = (AudioBlock)
                only(
                        "<audio><source src=\"https://a.example/a.ogg\"><source src=\"https://a.example/a.mp3\" type=\"audio/mpeg\"></audio>");
        assertThat(audio.url()).endsWith("a.ogg");
        assertThat(audio.mediaType()).isEqualTo("audio/ogg");
    }

    @Test
    void theCaptionOfAQuoteSaysWhoseItIs() {
        QuoteBlock quote = (QuoteBlock)
                only("<figure><blockquote><p>Words.</p></blockquote><figcaption>Who</figcaption></figure>");
        assertThat(quote.attribution()).isEqualTo(new Attribution("Who", null, null));
    }

    @Test
    void captionsAndGalleriesThatWordPressHasShownAreRead() {
        ImageBlock image = (ImageBlock)
                only("<div id=\"attachment_5\" class=\"wp-caption alignleft\"><img src=\"a.jpg\" alt=\"x\">"
                        + "<p class=\"wp-caption-text\">The caption</p></div>");
        assertThat(image.image().caption()).isEqualTo("The caption");

        GalleryBlock gallery = (GalleryBlock)
                only("<div class=\"gallery gallery-columns-3\"><dl class=\"gallery-item\"><dt class=\"gallery-icon\">"
                        + "<img src=\"1.jpg\"></dt><dd class=\"wp-caption-text gallery-caption\">First</dd></dl>"
                        + "<dl class=\"gallery-item\"><dt class=\"gallery-icon\"><img src=\"2.jpg\"></dt></dl></div>");
        assertThat(gallery.images()).hasSize(2);
        assertThat(gallery.images().get(0).caption()).isEqualTo("First");

        assertThat(only(
                        "<ul class=\"wp-block-gallery\"><li class=\"blocks-gallery-item\"><figure><img src=\"1.jpg\"></figure></li>"
                                + "<li class=\"blocks-gallery-item\"><figure><img src=\"2.jpg\"></figure></li></ul>"))
                .isInstanceOf(GalleryBlock.class);
    }

    @Test
    void aPostOfRedditIsThePostAndNotItsForum() {
        EmbedBlock post = (EmbedBlock)
                only(
                        "<blockquote class=\"reddit-embed-bq\"><a href=\"https://www.reddit.com/r/belarus/comments/abc/title/\">Title words</a><br>"
                                + " by<a href=\"https://www.reddit.com/user/u1/\">u/u1</a> in<a href=\"https://www.reddit.com/r/belarus/\">belarus</a></blockquote>");
        assertThat(post.url()).isEqualTo("https://www.reddit.com/r/belarus/comments/abc/title/");
        assertThat(post.title()).isEqualTo("Title words");
        assertThat(post.author()).isEqualTo("by u/u1 in belarus");
    }

    @Test
    void anAddressThatIsReadNowhereIsNamed() {
        assertThat(converted("<div data-href=\"https://dh.example/\">words</div>")
                        .notes()
                        .toString())
                .contains("https://dh.example/");
        assertThat(converted("<p>a <img src=\"\" alt=\"nothing\"></p>").blocks())
                .noneMatch(ImageBlock.class::isInstance);
    }
}
