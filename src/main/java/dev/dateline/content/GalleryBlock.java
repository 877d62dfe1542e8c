package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Pictures that belong together, in order. */
@JsonDeserialize
@JsonTypeName("gallery")
@Schema(description = "Pictures that belong together, in order.")
public record GalleryBlock(
        @Nullable
        @Size(min = 1, max = 300, message = "must be 1 to 300 characters long")
        @Schema(description = "Plain text.", examples = "The bridge in a year of repairs")
        String title,

        @NotEmpty(message = "must not be empty")
        @Size(max = 200, message = "must have at most 200 items")
        @Schema(required = true)
        List<@NotNull(message = "must be an object") @Valid Image> images)
        implements Block, PublishedBlock {

    @Override
    public @Nullable Block withImages(String pointer, ImageChange change) {
        List<Image> changed = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            Image image = change.of(pointer + "/images/" + i, images.get(i));
            if (image != null) {
                changed.add(image);
            }
        }
        return changed.isEmpty() ? null : new GalleryBlock(title, changed);
    }

    @Override
    public void html(StringBuilder out) {
        out.append("<figure>");
        images.forEach(image -> image.html(out));
        if (title != null) {
            out.append("<figcaption>").append(InlineHtml.escaped(title)).append("</figcaption>");
        }
        out.append("</figure>");
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        String between = "";
        for (Image image : images) {
            out.append(between);
            new ImageBlock(image).markdown(out, false);
            between = "\n\n";
        }
        if (title != null) {
            out.append(between).append(InlineMarkdown.of(title, Set.of(InlineRun.Mark.EMPHASIS)));
        }
    }

    @Override
    public void text(StringBuilder out) {
        out.append(Stream.concat(images.stream().map(Image::legend), Stream.ofNullable(title))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n")));
    }
}
