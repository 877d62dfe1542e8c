package dev.dateline.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "be | Сям'я з Гродна прыехала ў Мінск | syamya-z-hrodna-pryyekhala-w-minsk",
                "be | Дзень Волі — 2026 | dzyen-voli-2026",
                "ru | Ёлка и объезд: что нового | yelka-i-obyezd-chto-novogo",
                "ru | Щука, чай и жук | shchuka-chay-i-zhuk",
                "uk | Її п’ять ґанків у Києві | yiyi-pyat-gankiv-u-kyyevi",
                "uk | Геть, єноте! | het-yenote",
                "en | Don't panic — it's fine! | dont-panic-its-fine",
                "en | x^2 and É^2 | x2-and-e2",
                "de | Straße & Größe | strasse-grosse"
            })
    void romanisesByTheLanguagesOwnRules(String language, String headline, String slug) {
        assertThat(Slug.of(headline, language)).isEqualTo(slug);
    }

    @Test
    void anEmojiHasNoSlugAndALongHeadlineAShortOne() {
        assertThat(Slug.of("🔥🔥", "en")).isEmpty();
        assertThat(Slug.of("word ".repeat(100), "en"))
                .hasSizeLessThanOrEqualTo(80)
                .doesNotEndWith("-");
    }

    @Test
    void aUuidIsNoSlug() {
        assertThat(Slug.isSlug("01981f2c-5a00-7000-8000-000000000003")).isFalse();
        assertThat(Slug.isSlug("01981f2c-5a00-7000-8000-000000000003-news")).isTrue();
        assertThat(Slug.isSlug("a--b")).isFalse();
        assertThat(Slug.isSlug("")).isFalse();
    }
}
