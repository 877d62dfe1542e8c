package dev.dateline.exchange.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.content.ParagraphBlock;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Documents that are made to take long take no longer than their length allows. */
class HostileHtmlTest {

    private static final int LENGTH = 40_000;

    private static Map<String, String> pieces() {
        Map<String, String> pieces = new LinkedHashMap<>();
        pieces.put("nested tables", "<table><tr><td>a");
        pieces.put("open shortcodes", "[aa ");
        pieces.put("captions", "[caption]");
        pieces.put("quoted shortcodes", "[a b=\"");
        pieces.put("brackets", "[");
        pieces.put("shortcodes that close", "[/a][a x=1]");
        pieces.put("nested lists", "<ul><li>a");
        pieces.put("nested ordered lists", "<ol><li>a<br>b");
        pieces.put("nested quotes", "<blockquote>a");
        pieces.put("nested figures", "<figure>a<figcaption>b");
        pieces.put("marks", "<b><i><a href=\"https://e.org/\">a");
        pieces.put("marks around blocks", "<b>a<p>b");
        pieces.put("divs", "<div>a");
        pieces.put("unknown elements", "<x>a");
        pieces.put("comments", "<!-- wp:x {\"a\":1} /-->");
        pieces.put("open comments", "<!--");
        pieces.put("open tags", "<a ");
        pieces.put("blank lines", "\n \n");
        pieces.put("cites", "<blockquote><cite>a</cite>");
        pieces.put("entities", "&amp;&lt;");
        pieces.put("line breaks", "<br>");
        pieces.put("images", "<img src=\"https://e.org/a.jpg\">");
        pieces.put("noscript images", "<noscript><img src=\"https://e.org/a.jpg\"></noscript>");
        pieces.put("soft hyphens", "\u00AD");
        pieces.put("addresses", "https://e.org/\n\n");
        return pieces;
    }

    /** Of the processor: others may be at work beside the test. */
    private static long milliseconds(String piece, int length) {
        String html = piece.repeat(length / piece.length());
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            HtmlBlocks.convert(html, HtmlContext.alone("https://site.example/"));
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        return Duration.ofNanos(best).toMillis();
    }

    @Test
    void fourTimesTheLengthTakesAboutFourTimesAsLong() {
        pieces().values().forEach(piece -> milliseconds(piece, 4_000));
        pieces().forEach((name, piece) -> {
            long once = milliseconds(piece, LENGTH);
            long fourTimes = milliseconds(piece, 4 * LENGTH);
            assertThat(fourTimes).as(name + ", in ms").isLessThan(2_000);
            assertThat(fourTimes).as(name + ": after " + once + " ms").isLessThanOrEqualTo(6 * Math.max(once, 60));
        });
    }

    @Test
    void aBlockOfNestedMarkupIsReadInNoTime() {
        String html = "<b>a<p>".repeat(700_000);
        long start = System.nanoTime();
        new ParagraphBlock(html);
        new ParagraphBlock(html.substring(0, 39_000));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
