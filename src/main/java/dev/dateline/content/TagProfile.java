package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a tag's own page says: about a topic or a place, or who a contributor is. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
        name = "TagProfile",
        description =
                "What a tag's own page says: what it is about; of a contributor, the biography, picture and links.")
public record TagProfile(
        @Size(max = 50, message = "must have at most 50 descriptions")
        @Schema(
                description = "Plain text by language (BCP 47).",
                examples = "{\"be\": \"Сталіца Беларусі.\", \"en\": \"The capital of Belarus.\"}")
        Map<
                        @LanguageTag String,
                        @NotBlank(message = "must not be blank")
                        @Size(max = 10_000, message = "must be at most 10000 characters long") String>
                descriptions,

        @Nullable @Valid Image image,

        @Size(max = 20, message = "must have at most 20 links") @Schema(description = "Pages elsewhere, in order.")
        List<@NotNull(message = "must be an object") @Valid NamedLink> links) {

    public TagProfile {
        descriptions = descriptions == null ? Map.of() : descriptions;
        links = links == null ? List.of() : links;
    }

    public TagProfile withDescriptions(Map<String, String> others) {
        return new TagProfile(others, image, links);
    }
}
