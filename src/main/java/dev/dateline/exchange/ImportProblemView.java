package dev.dateline.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that an import has to say about one record. */
@Schema(name = "ImportProblem", description = "Something that an import has to say about one record.")
record ImportProblemView(
        @Schema(required = true, description = "Of the problem, within its import.", examples = "1")
        long number,

        @Schema(required = true, description = "The line, or the number of the item.", examples = "12")
        long record,

        @Nullable @Schema(description = "What the record is called where it comes from.", examples = "article cms:1204")
        String source,

        @Schema(required = true) Severity severity,

        @Nullable @Schema(description = "JSON Pointer into the record.", examples = "/language")
        String pointer,

        @Schema(required = true, examples = "must be a BCP 47 language tag, for example be, ru or en-GB")
        String reason) {

    /** How bad it is. */
    @Schema(
            name = "ImportSeverity",
            description =
                    "`failed`: not imported; `skipped`: has no place here; `note`: imported, but not all of it as it was.")
    public enum Severity {
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("skipped")
        SKIPPED,
        @JsonProperty("note")
        NOTE
    }
}
