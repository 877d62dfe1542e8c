package dev.dateline.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who said it, and in which office. */
@Schema(description = "Who said it, and in which office.")
public record Attribution(
        @NotBlank(message = "must not be blank")
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(required = true, examples = "Iryna Saladukha")
        String person,

        @Nullable
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(examples = "chief engineer of the bridge authority")
        String office,

        @Nullable
        @WebAddress
        @Schema(format = "uri", description = "Where it was said.", examples = "https://press.example.org/1204")
        String url) {

    String html() {
        String line = InlineHtml.escaped(line());
        return url == null ? line : "<a href=\"" + InlineHtml.escaped(url) + "\">" + line + "</a>";
    }

    String markdown() {
        return url == null ? InlineMarkdown.of(line(), Set.of()) : InlineMarkdown.link(line(), url);
    }

    String line() {
        return office == null ? person : person + ", " + office;
    }
}
