package dev.dateline.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** An address with an extension, and the address of its JSON. */
class FormattedAddressTest {

    private static String json(String target, Format format) {
        return FormattedAddress.of(target).target(format);
    }

    @Test
    void aCollectionIsAskedForWholeArticlesInTheFormOfTheBodyThatTheFormatNeeds() {
        assertThat(json("/v1/articles.atom?tag=minsk", Format.ATOM))
                .isEqualTo("/v1/articles?tag=minsk&view=full&body=html");
        assertThat(json("/v1/articles.md", Format.MD)).isEqualTo("/v1/articles?view=full&body=markdown");
        assertThat(json("/v1/articles.rss?view=full", Format.RSS)).isEqualTo("/v1/articles?view=full&body=html");
    }

    @Test
    void cardsOnPurposeStayCards() {
        assertThat(json("/v1/articles.rss?view=card&limit=2", Format.RSS)).isEqualTo("/v1/articles?view=card&limit=2");
    }

    @Test
    void whatHasCardsOnlyIsAskedForAsItIs() {
        assertThat(json("/v1/story-lists/top.rss", Format.RSS)).isEqualTo("/v1/story-lists/top");
        assertThat(json("/v1/search.atom?q=a.b", Format.ATOM)).isEqualTo("/v1/search?q=a.b");
    }

    @Test
    void whatLeadsOnLeadsOnInTheSameFormWithoutWhatWasAdded() {
        FormattedAddress address = FormattedAddress.of("/v1/articles.atom?tag=minsk");
        assertThat(address.inForm("/v1/articles?body=html&cursor=abc&tag=minsk&view=full", Format.ATOM))
                .isEqualTo("/v1/articles.atom?cursor=abc&tag=minsk");
        assertThat(FormattedAddress.of("/v1/articles?tag=minsk")
                        .inForm("/v1/articles?body=html&cursor=abc&view=full", Format.RSS))
                .isEqualTo("/v1/articles.rss?cursor=abc");
    }

    @Test
    void allSpellingsOfAQuestionHaveOneAddress() {
        for (String spelling : new String[] {"tag=b,a&limit=2", "limit=2&tag=a,b", "limit=2&&%74ag=b,a"}) {
            assertThat(FormattedAddress.of("/v1/articles.atom?" + spelling).canonical(Format.ATOM, Set.of()))
                    .isEqualTo("/v1/articles.atom?limit=2&tag=a,b");
        }
        assertThat(FormattedAddress.of("/v1/articles").canonical(Format.RSS, Set.of()))
                .isEqualTo("/v1/articles.rss");
    }

    @Test
    void anExtensionBehindAnExtensionIsNone() {
        assertThat(FormattedAddress.of("/v1/articles/a.json.json").hasForms()).isFalse();
        assertThat(FormattedAddress.of("/v1/articles.json.atom").hasForms()).isFalse();
    }

    @Test
    void onlyTheLastPartOfAPathHasAnExtension() {
        assertThat(FormattedAddress.of("/v1/articles?q=a.atom").extension()).isEmpty();
        assertThat(FormattedAddress.of("/v1.atom/articles").extension()).isEmpty();
        assertThat(FormattedAddress.of("/v1/tags/minsk.atom").hasForms()).isFalse();
        assertThat(FormattedAddress.of("/v1/articles/a/updates.atom").hasForms())
                .isTrue();
    }
}
