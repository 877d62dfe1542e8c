package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A picture inside the body. */
@JsonDeserialize
@JsonTypeName("image")
@Schema(description = "A picture inside the body.")
public record ImageBlock(
        @NotNull(message = "is required") @Valid @Schema(required = true)
        Image image) implements Block, PublishedBlock {

    @Override
    public @Nullable Block withImages(String pointer, ImageChange change) {
        Image changed = change.of(pointer + "/image", image);
        return changed == null ? null : new ImageBlock(changed);
    }

    @Override
    public void html(StringBuilder out) {
        image.html(out);
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        out.append("![").append(InlineMarkdown.of(Objects.requireNonNullElse(image.alt(), ""), Set.of()));
        out.append("](<").append(MarkdownText.address(image.address())).append(">)");
        if (!image.legend().isEmpty()) {
            out.append("\n\n").append(InlineMarkdown.of(image.legend(), Set.of(InlineRun.Mark.EMPHASIS)));
        }
    }

    @Override
    public void text(StringBuilder out) {
        out.append(image.legend());
    }
}
