package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
        String title)
        implements Block, PublishedBlock {

    private String label() {
        return title == null ? url : title;
    }

    @Override
    public void html(StringBuilder out) {
        out.append("<figure><a href=\"").append(InlineHtml.escaped(url)).append("\">");
        out.append(InlineHtml.escaped(label())).append("</a></figure>");
    }

    @Override
    public void markdown(StringBuilder out) {
        out.append('[').append(InlineHtml.escapedMarkdown(label())).append("](<");
        out.append(url.replace(">", "%3E")).append(">)");
    }

    @Override
    public void text(StringBuilder out) {
        out.append(label());
    }
}
