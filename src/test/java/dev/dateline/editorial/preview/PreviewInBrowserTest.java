package dev.dateline.editorial.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.json.JsonText;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a browser that opens a preview link is led. */
class PreviewInBrowserTest {

    private static final JsonText ARTICLE = JsonText.ofJson("""
            {"language": "en", "headline": "\\"Quoted\\" <b>", "byline": [], "body": {"html": "<p>Text</p>"}}""");

    @Test
    void theFrontEndOfTheNewsroomShowsItWhenItsAddressIsKnown() {
        PreviewConfig config = () -> Optional.of("https://www.example.org/preview?token={token}");
        Response answer = PreviewResource.inBrowser(config, "AbC-_1", ARTICLE).build();
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getLocation()).isEqualTo(URI.create("https://www.example.org/preview?token=AbC-_1"));
    }

    @Test
    void aPlainPageShowsItOtherwise() {
        Response answer =
                PreviewResource.inBrowser(Optional::empty, "AbC", ARTICLE).build();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getEntity().toString())
                .contains("<h1>&quot;Quoted&quot; &lt;b&gt;</h1>", "<p>Text</p>")
                .doesNotContain("<script");
    }
}
