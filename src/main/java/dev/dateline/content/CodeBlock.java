package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Text that is shown as it is typed: code, or what a machine printed. */
@JsonDeserialize
@JsonTypeName("code")
@Schema(description = "Text that is shown as it is typed, in lines: code, or what a machine printed.")
public record CodeBlock(
        @NotBlank(message = "must not be blank")
        @Size(max = 50_000, message = "must be at most 50000 characters long")
        @Schema(required = true, description = "Plain text.", examples = "select 1;")
        String text,

        @Nullable
        @Size(max = 30, message = "must be at most 30 characters long")
        @Pattern(regexp = "^[A-Za-z0-9+#_.-]{1,30}$", message = "must be 1 to 30 letters, digits or one of + # _ . -")
        @Schema(description = "Of the code, as highlighters name it.", examples = "sql")
        String syntax)
        implements Block, PublishedBlock {

    @Override
    public void html(StringBuilder out) {
        out.append("<pre><code");
        if (syntax != null) {
            out.append(" class=\"language-").append(InlineHtml.escaped(syntax)).append('"');
        }
        // A line feed right behind <pre> would not count.
        out.append('>').append(text.startsWith("\n") ? "\n" : "");
        out.append(InlineHtml.escapedText(text)).append("</code></pre>");
    }

    /** A fence is longer than any that the text holds (CommonMark 4.5). */
    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        int longest = 2;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            length = text.charAt(i) == '`' ? length + 1 : 0;
            longest = Math.max(longest, length);
        }
        String fence = "`".repeat(longest + 1);
        out.append(fence).append(syntax == null ? "" : syntax).append('\n');
        out.append(text).append(text.endsWith("\n") ? "" : "\n").append(fence);
    }

    @Override
    public void text(StringBuilder out) {
        out.append(text);
    }
}
