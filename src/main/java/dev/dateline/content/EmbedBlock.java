package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something from elsewhere: a video, a post, a map. The front end decides how to show it. */
@JsonDeserialize
@RecordBuilder
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
        String text,

        @Nullable
        @WebAddress
        @Schema(
                format = "uri",
                description = "A still picture of it. It lies where the embed does.",
                examples = "https://video.example.org/42.jpg")
        String thumbnail,

        @Nullable
        @Min(value = 1, message = "must be from 1 to 100000")
        @Max(value = 100_000, message = "must be from 1 to 100000")
        @Schema(description = "In pixels, as its site would show it.", examples = "640")
        Integer width,

        @Nullable
        @Min(value = 1, message = "must be from 1 to 100000")
        @Max(value = 100_000, message = "must be from 1 to 100000")
        @Schema(description = "In pixels, as its site would show it.", examples = "360")
        Integer height,

        @Nullable
        @Schema(
                readOnly = true,
                description =
                        "Whether its site follows those who see it, as `dateline.embeds.trackers` says: a front end can ask before it loads anything.",
                examples = "true")
        Boolean tracks)
        implements Block, PublishedBlock, EmbedBlockBuilder.With {

    /** Without what only its site can say. */
    public EmbedBlock(
            String url,
            @Nullable String provider,
            @Nullable String title,
            @Nullable String author,
            @Nullable String text) {
        this(url, provider, title, author, text, null, null, null, null);
    }

    @Override
    public PublishedBlock published(Function<String, @Nullable ArticleLink> published) {
        return withTracks(TrackingHosts.include(url));
    }

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
