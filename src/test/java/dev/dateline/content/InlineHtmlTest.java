package dev.dateline.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlineHtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>x",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<img src=x onerror=alert(1)>",
                "<b onmouseover=alert(1)>x</b>",
                "<a href=\" java\nscript:alert(1)\">x</a>",
                "<svg><g onload=alert(1)></g></svg>",
                "<iframe src=x></iframe>",
                "&lt;script&gt;",
                "<<b>x</b>",
                "<a href=\"data:text/html,x\">x</a>",
                "<style>*{}</style>",
                "<math><mi xlink:href=\"javascript:x\">x</mi></math>"
            })
    void nothingActiveStaysAndASecondTimeChangesNothing(String html) {
        String once = InlineHtml.sanitised(html);
        assertThat(once)
                .doesNotContain(
                        "<script",
                        "<img",
                        "<svg",
                        "<iframe",
                        "<style",
                        "<math",
                        "onload=",
                        "onerror=",
                        "onmouseover=",
                        "javascript:",
                        "data:");
        assertThat(InlineHtml.sanitised(once)).isEqualTo(once);
    }

    @Test
    void plainTextStaysToTheLetter() {
        assertThat(InlineHtml.sanitised("  5 > 3,\tсям'я “ў”  ")).isEqualTo("  5 > 3,\tсям'я “ў”  ");
    }

    @Test
    void blocksInInlineTextAreApart() {
        assertThat(InlineHtml.sanitised("<p>Один</p><p>Два</p>")).isEqualTo("Один<br>Два");
        assertThat(InlineHtml.sanitised("a<div><em>b</em></div>\n<ul><li>c</li><li>d</li></ul>e"))
                .isEqualTo("a<br><em>b</em>\n<br>c<br>d<br>e");
        assertThat(InlineHtml.sanitised("<nobr>5 млн</nobr> <st1:city>Мінск</st1:city>"))
                .isEqualTo("5 млн Мінск");
    }

    @Test
    void whatNobodySeesIsEmpty() {
        assertThat(InlineHtml.sanitised("<b>&shy;&#8203; </b><br>")).isEmpty();
    }

    @Test
    void textThatIsFarTooLongIsNotRead() {
        String long1 = "<b>".repeat(1_000_000);
        assertThat(InlineHtml.sanitised(long1)).startsWith("&lt;b&gt;").hasSizeGreaterThan(long1.length());
    }

    @Test
    void wordsAreCountedInEveryScript() {
        assertThat(Words.count("Сям'я з Ваўкавыска — 3 чалавекі, well-known!")).isEqualTo(6);
        assertThat(Words.readingMinutes(0)).isZero();
        assertThat(Words.readingMinutes(201)).isEqualTo(2);
    }

    @Test
    void wordsThatAParserDoesNotReadAreKept() {
        assertThat(InlineHtml.sanitised("a<xmp>x & words</xmp>b")).isEqualTo("a<br>x &amp; words<br>b");
    }
}
