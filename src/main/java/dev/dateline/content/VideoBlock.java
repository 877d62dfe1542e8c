package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A moving picture: a file, or a page that plays it. */
@RecordBuilder
@JsonDeserialize
@JsonTypeName("video")
@Schema(description = "A video: a file, or a page that plays it.")
public record VideoBlock(
        @NotNull(message = "is required")
        @WebAddress
        @Schema(
                required = true,
                format = "uri",
                description = "Of the file, or of a page that plays it.",
                examples = "https://media.example.org/bridge.mp4")
        String url,

        @Nullable
        @Size(max = 60, message = "must be at most 60 characters long")
        @Pattern(regexp = "^video/[A-Za-z0-9.+-]{1,50}$", message = "must be a media type that begins with video/")
        @Schema(description = "Of the file; left out for a page.", examples = "video/mp4")
        String mediaType,

        @Nullable
        @Size(min = 1, max = 300, message = "must be 1 to 300 characters long")
        @Schema(examples = "The first tram crosses the bridge")
        String title,

        @Nullable
        @Min(value = 1, message = "must be from 1 to 1000000")
        @Max(value = 1_000_000, message = "must be from 1 to 1000000")
        @Schema(examples = "95")
        Integer durationSeconds,

        @Nullable @Valid @Schema(description = "Shown until it plays.")
        Image poster,

        @Nullable
        @Size(max = 2000, message = "must be at most 2000 characters long")
        @Schema(examples = "Filmed from the quay.")
        String caption,

        @Nullable
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(description = "Who made it.", examples = "Alena Karpovich / Dateline")
        String credit,

        @Nullable
        @Size(max = 100_000, message = "must be at most 100000 characters long")
        @Schema(description = "What is said, plain text, for those who read.")
        String transcript,

        @Size(max = 50, message = "must have at most 50 items")
        List<@NotNull(message = "must be an object") @Valid MediaCaptions> captions)
        implements Block, PublishedBlock, VideoBlockBuilder.With {

    public VideoBlock {
        captions = captions == null ? List.of() : captions;
    }

    @Override
    public Block withImages(String pointer, ImageChange change) {
        return poster == null ? this : withPoster(change.of(pointer + "/poster", poster));
    }

    private RecordingText recording() {
        StringBuilder tracks = new StringBuilder();
        captions.forEach(track -> tracks.append("<track kind=\"captions\" srclang=\"")
                .append(InlineHtml.escaped(track.language()))
                .append("\" src=\"")
                .append(InlineHtml.escaped(track.url()))
                .append("\">"));
        String still = poster == null ? "" : " poster=\"" + InlineHtml.escaped(poster.address()) + "\"";
        return new RecordingText(
                "video", still, tracks.toString(), url, mediaType, title, Image.legend(caption, credit), transcript);
    }

    @Override
    public void html(StringBuilder out) {
        recording().html(out);
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        recording().markdown(out);
    }

    @Override
    public void text(StringBuilder out) {
        recording().text(out);
    }
}
