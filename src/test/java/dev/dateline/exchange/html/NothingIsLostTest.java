package dev.dateline.exchange.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every word and every address of a document is in its blocks or in a note. */
class NothingIsLostTest {

    private static final int DOCUMENTS = 2_000;

    @Test
    void ofAnyDocument() {
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            String html = new RandomHtml(seed).document();
            ConvertedHtml result = HtmlBlocks.convert(html, HtmlContext.alone("https://site.example/"));
            assertThat(Losses.of(html, result))
                    .as("seed %d: %s%n%s%n%s", seed, html, result.blocks(), result.notes())
                    .isEmpty();
        }
    }
}
