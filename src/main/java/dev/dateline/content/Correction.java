package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a newsroom tells its readers about a change of an article. Type and text are the editor's, the rest is Dateline's. */
@Schema(
        name = "Correction",
        description =
                "What readers are told about a change. An editor gives type and text; the rest is kept by Dateline.")
public record Correction(
        @Nullable @Schema(readOnly = true, examples = "01981f2c-5a00-7000-8000-00000000000a")
        UUID id,

        @NotNull(message = "must be correction, clarification, update or editors-note") @Schema(required = true)
        Type type,

        @NotBlank(message = "is required")
        @Size(max = 2000, message = "must be at most 2000 characters long")
        @Schema(required = true, examples = "An earlier version gave the wrong year.")
        String text,

        @Nullable @Schema(readOnly = true, description = "The revision of the article that brought it.", examples = "3")
        Long revision,

        @Nullable
        @Schema(
                readOnly = true,
                description = "When it was published; in a working copy, when it was written.",
                examples = "2026-11-20T09:00:00Z")
        Instant at) {

    /** What kind of change it was. */
    @Schema(
            name = "CorrectionType",
            description =
                    "`correction`: something was wrong; `clarification`: something was unclear; `update`: news came in; `editors-note`: anything else.")
    public enum Type {
        @JsonProperty("correction")
        CORRECTION,
        @JsonProperty("clarification")
        CLARIFICATION,
        @JsonProperty("update")
        UPDATE,
        @JsonProperty("editors-note")
        EDITORS_NOTE
    }

    /** Whether an editor who sends this means that one. */
    public boolean means(Correction stored) {
        return id == null ? type == stored.type && text.equals(stored.text) : id.equals(stored.id);
    }

    /** The same, with the time at which readers first saw it. */
    public Correction madePublic(Instant time) {
        return new Correction(id, type, text, revision, time);
    }

    /** This type and text under a stored one's identity. */
    public Correction as(Correction stored) {
        return new Correction(stored.id, type, text, stored.revision, stored.at);
    }
}
