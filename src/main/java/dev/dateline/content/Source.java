package dev.dateline.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the news came from. */
@Schema(description = "Where the news came from.")
public record Source(
        @NotBlank(message = "must not be blank")
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(required = true, examples = "Press service of the bridge authority")
        String name,

        @Nullable @WebAddress @Schema(format = "uri", examples = "https://press.example.org/1204")
        String url) {

    /** Its name, which leads to it where it has an address. */
    public String html() {
        String shown = InlineHtml.escaped(name);
        return url == null ? shown : "<a href=\"" + InlineHtml.escaped(url) + "\">" + shown + "</a>";
    }

    public String markdown() {
        return url == null ? InlineMarkdown.of(name, Set.of()) : InlineMarkdown.link(name, url);
    }

    public String text() {
        return url == null ? name : name + ", " + url;
    }
}
