package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something from elsewhere: a video, a post, a map. The front end decides how to show it. */
@JsonDeserialize
@JsonTypeName("embed")
@Schema(description = "Something from elsewhere: a video, a post, a map. The front end decides how to show it.")
public record EmbedBlock(
        @NotNull(message = "is required")
        @WebAddress
        @Schema(required = true, format = "uri", examples = "https://video.example.org/watch/42")
        String url,

        @Nullable @Size(max = 100, message = "must be at most 100 characters long") @Schema(examples = "Video Example")
        String provider,

        @Nullable
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(examples = "The first tram crosses the bridge")
        String title,

        @Nullable
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(description = "Who posted it.", examples = "Bridge authority (@bridge)")
        String author,

        @Nullable
        @Size(max = 10_000, message = "must be at most 10000 characters long")
        @Schema(description = "What it says, plain text: it can be read where it cannot be shown.")
        String text)
        implements Block, PublishedBlock {

    private String label() {
        return title == null ? url : title;
    }

    private static String source(String author) {
        return "— " + author;
    }

    @Override
    public void html(StringBuilder out) {
        out.append("<figure>");
        if (text != null) {
            out.append("<blockquote><p>").append(InlineHtml.escaped(text)).append("</p></blockquote>");
        }
        if (author != null) {
            out.append("<p>").append(InlineHtml.escaped(source(author))).append("</p>");
        }
        out.append("<a href=\"").append(InlineHtml.escaped(url)).append("\">");
        out.append(InlineHtml.escaped(label())).append("</a></figure>");
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        if (text != null) {
            out.append("> ").append(InlineMarkdown.of(text, Set.of())).append("\n\n");
        }
        if (author != null) {
            out.append(InlineMarkdown.of(source(author), Set.of())).append("\n\n");
        }
        out.append(InlineMarkdown.link(label(), url));
    }

    @Override
    public void text(StringBuilder out) {
        if (text != null) {
            out.append(text).append('\n');
        }
        if (author != null) {
            out.append(source(author)).append('\n');
        }
        out.append(label());
    }
}
