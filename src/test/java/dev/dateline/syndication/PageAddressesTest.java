package dev.dateline.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.Newsroom;
import dev.dateline.content.ContentKind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where people read what is published: by one template a kind. */
class PageAddressesTest {

    private static final JsonNode ARTICLE = Newsroom.tree("""
            {"id": "1", "language": "be", "slug": "most", "href": "/v1/articles/1", "publishedAt": "2026-02-03T04:05:06Z",
             "tags": [{"type": "place", "slug": "minsk"}, {"type": "section", "slug": "news"}]}""");

    private static PageAddresses pages(Map<String, String> templates) {
        return new PageAddresses(new SyndicationConfig() {
            @Override
            public String apiUrl() {
                return "https://api.example.org/";
            }

            @Override
            public Optional<String> hub() {
                return Optional.empty();
            }

            @Override
            public Map<String, String> pages() {
                return templates;
            }
        });
    }

    @Test
    void aTemplateIsFilledWithWhatTheArticleSaysOfItself() {
        assertThat(pages(Map.of("article", "https://example.org/{section}/{year}/{month}/{day}/{language}/{slug}"))
                        .article(ARTICLE))
                .isEqualTo("https://example.org/news/2026/02/03/be/most");
    }

    @Test
    void withoutATemplateTheCanonicalAddressCountsAndThenTheApisOwn() {
        JsonNode elsewhere = Newsroom.tree("""
                {"href": "/v1/articles/1", "canonicalUrl": "https://other.example/1"}""");
        assertThat(pages(Map.of()).article(ARTICLE)).isEqualTo("https://api.example.org/v1/articles/1");
        assertThat(pages(Map.of()).article(elsewhere)).isEqualTo("https://other.example/1");
        assertThat(pages(Map.of()).of(ContentKind.STORY_LIST, Newsroom.tree("{\"slug\": \"top\"}")))
                .isEqualTo("https://api.example.org/v1/story-lists/top");
    }

    @Test
    void wordsOfASearchAreEncoded() {
        assertThat(pages(Map.of("search", "https://example.org/s?q={query}")).search("a b&c"))
                .contains("https://example.org/s?q=a%20b%26c");
    }

    @Test
    void aTranslationHasAPageOnlyWhereItsLinkSaysEnough() {
        assertThat(pages(Map.of("article", "https://example.org/{language}/{slug}"))
                        .translation(ARTICLE))
                .contains("https://example.org/be/most");
        assertThat(pages(Map.of("article", "https://example.org/{year}/{slug}")).translation(ARTICLE))
                .isEmpty();
    }

    @Test
    void aWrongSettingStopsTheStartAndSaysWhy() {
        assertThatThrownBy(() -> pages(Map.of("article", "https://example.org/{sulg}")))
                .hasMessageContaining("dateline.syndication.pages.article")
                .hasMessageContaining("{sulg}");
        assertThatThrownBy(() -> pages(Map.of("article", "https://example.org/news")))
                .hasMessageContaining("slug");
        assertThatThrownBy(() -> pages(Map.of("article", "/news/{slug}"))).hasMessageContaining("https://");
        assertThatThrownBy(() -> pages(Map.of("artikel", "https://example.org/{slug}")))
                .hasMessageContaining("dateline.syndication.pages.artikel is not known");
    }
}
