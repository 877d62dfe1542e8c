package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of a byline: a contributor the newsroom knows, or a name, and what they did. */
@Schema(description = "One entry of a byline: a contributor (a tag) or a plain name, and what they did.")
@RecordBuilder
public record Credit(
        @Nullable
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(description = "Slug or id of a contributor tag.", examples = "alena-karpovich")
        String contributor,

        @Nullable
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(description = "A name, for somebody without a tag.", examples = "Reuters")
        String name,

        @Nullable @Schema(defaultValue = "author") Role role)
        implements CreditBuilder.With {

    public Credit {
        role = role == null ? Role.AUTHOR : role;
    }

    @AssertTrue(message = "must have either a contributor or a name")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isNamedOnce() {
        return (contributor == null) != (name == null || name.isBlank());
    }

    /** The ids of the contributors that these name, once they are stored. */
    public static Set<UUID> contributors(List<Credit> byline) {
        return byline.stream()
                .map(Credit::contributor)
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What somebody did for an article. */
    @Schema(name = "CreditRole", description = "What somebody did for an article.")
    public enum Role {
        @JsonProperty("author")
        AUTHOR,
        @JsonProperty("editor")
        EDITOR,
        @JsonProperty("photographer")
        PHOTOGRAPHER,
        @JsonProperty("translator")
        TRANSLATOR
    }
}
