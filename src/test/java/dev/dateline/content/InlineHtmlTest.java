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
    void markdownAndTextSayTheSame() {
        String html = """
                A <em>b</em> <strong>c_d</strong> <a href="https://e.org/?a=1&amp;b=2">e</a><br>f &lt; g""";
        assertThat(InlineHtml.markdown(html)).isEqualTo("A *b* **c\\_d** [e](<https://e.org/?a=1&b=2>)\\\nf \\< g");
        assertThat(InlineHtml.text(html)).isEqualTo("A b c_d e\nf < g");
    }

    @Test
    void nothingInTheTextOpensABlockOfMarkdown() {
        assertThat(InlineHtml.markdown("# no heading")).isEqualTo("\\# no heading");
        assertThat(InlineHtml.markdown("1. no list<br>- nor here")).isEqualTo("1\\. no list\\\n\\- nor here");
        assertThat(InlineHtml.markdown("~~~")).isEqualTo("\\~\\~\\~");
        assertThat(InlineHtml.markdown("&amp;amp; <em> a </em>b <a>c</a> <code>d`e</code>"))
                .isEqualTo("\\&amp;  *a* b c ``d`e``");
    }

    @Test
    void wordsAreCountedInEveryScript() {
        assertThat(Words.count("Сям'я з Ваўкавыска — 3 чалавекі, well-known!")).isEqualTo(6);
        assertThat(Words.readingMinutes(0)).isZero();
        assertThat(Words.readingMinutes(201)).isEqualTo(2);
    }
}
