package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who owns a text and how it may be used. */
@Schema(description = "Who owns the text and how it may be used.")
public record Rights(
        @Nullable
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(examples = "Dateline Sample Newsroom")
        String holder,

        @Nullable
        @Size(max = 1000, message = "must be at most 1000 characters long")
        @Schema(examples = "© 2026 Dateline Sample Newsroom")
        String notice,

        @Nullable
        @Size(max = 2000, message = "must be at most 2000 characters long")
        @Schema(examples = "May be republished with a link to the original.")
        String usageTerms,

        @Nullable @WebAddress @Schema(format = "uri", examples = "https://creativecommons.org/licenses/by/4.0/")
        String licenceUrl,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Size(max = 300, message = "must have at most 300 items")
        @Schema(
                description =
                        "Where it may be published (ISO 3166-1); everywhere when empty. Partners elsewhere do not get it.",
                examples = "[\"BY\", \"PL\"]")
        List<
                        @NotNull(message = "must be a territory")
                        @Size(
                                max = 2,
                                message =
                                        "must be the two letters of a country or territory in ISO 3166-1, for example PL or GB")
                        @Territory String>
                territories) {

    public Rights {
        territories = territories == null ? List.of() : territories;
    }
}
