package dev.dateline.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.Newsroom;
import dev.dateline.content.ContentKind;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where people read what is published: by one template a kind. */
class PageAddressesTest {

    private static final JsonNode ARTICLE = Newsroom.tree("""
            {"id": "1", "language": "be", "slug": "most", "href": "/v1/articles/1", "publishedAt": "2026-02-03T04:05:06Z",
             "tags": [{"type": "place", "slug": "minsk"}, {"type": "section", "slug": "news"}]}""");

    private static PageAddresses pages(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("dateline.syndication.api-url", "https://api.example.org/"));
        settings.forEach((name, value) -> all.put("dateline.syndication." + name, value));
        return new PageAddresses(new SmallRyeConfigBuilder()
                .withMapping(SyndicationConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(SyndicationConfig.class));
    }

    @Test
    void aTemplateIsFilledWithWhatTheArticleSaysOfItself() {
        assertThat(pages(Map.of(
                                "pages.article",
                                "https://example.org/{section}/{year}/{month}/{day}/{language}/{slug}"))
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
        assertThat(pages(Map.of("pages.search", "https://example.org/s?q={query}"))
                        .search("a b&c"))
                .contains("https://example.org/s?q=a%20b%26c");
    }

    @Test
    void aTranslationHasAPageOnlyWhereItsLinkSaysEnough() {
        assertThat(pages(Map.of("pages.article", "https://example.org/{language}/{slug}"))
                        .translation(ARTICLE))
                .contains("https://example.org/be/most");
        assertThat(pages(Map.of("pages.article", "https://example.org/{year}/{slug}"))
                        .translation(ARTICLE))
                .isEmpty();
    }

    @Test
    void everyKindHasASetting() {
        PageAddresses pages = pages(Map.of(
                "pages.story-list", "https://example.org/lists/{slug}",
                "pages.front", "https://example.org/{slug}",
                "pages.tag", "https://example.org/{type}/{slug}",
                "pages.sitemap", "https://example.org/sitemaps/{name}.xml"));
        JsonNode home = Newsroom.tree("{\"slug\": \"home\"}");
        assertThat(pages.of(ContentKind.STORY_LIST, home)).isEqualTo("https://example.org/lists/home");
        assertThat(pages.of(ContentKind.FRONT, home)).isEqualTo("https://example.org/home");
        assertThat(pages.tag("place", "minsk")).contains("https://example.org/place/minsk");
        assertThat(pages.sitemap("news")).isEqualTo("https://example.org/sitemaps/news.xml");
    }

    @Test
    void aSectionThatIsMissingIsTheDefaultOne() {
        JsonNode bare = Newsroom.tree("{\"slug\": \"most\"}");
        Map<String, String> settings =
                Map.of("pages.article", "https://example.org/{section}/{slug}", "default-section", "other");
        assertThat(pages(settings).article(bare)).isEqualTo("https://example.org/other/most");
    }

    @Test
    void aWrongSettingStopsTheStartAndSaysWhy() {
        assertThatThrownBy(() -> pages(Map.of("pages.article", "https://example.org/{sulg}")))
                .hasMessageContaining("dateline.syndication.pages.article")
                .hasMessageContaining("sulg");
        assertThatThrownBy(() -> pages(Map.of("pages.article", "https://example.org/news")))
                .hasMessageContaining("slug");
        assertThatThrownBy(() -> pages(Map.of("pages.article", "/news/{slug}"))).hasMessageContaining("https://");
        assertThatThrownBy(() -> pages(Map.of("pages.article", "https://example.org/{Slug}/{id}")))
                .hasMessageContaining("Slug");
        assertThatThrownBy(() -> pages(Map.of("pages.article", "https://example.org/новости/{slug}")))
                .hasMessageContaining("pages.article");
        assertThatThrownBy(() -> pages(Map.of("api-url", "example.org"))).hasMessageContaining("api-url");
        assertThatThrownBy(() -> pages(Map.of("hub", "hub"))).hasMessageContaining("hub");
    }
}
