package dev.dateline.content;

import dev.dateline.extension.ExtensionSchema;
import dev.dateline.extension.OwnFields;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tag as editors write it. */
@Schema(name = "TagContent", description = "A tag as editors write it.")
@RecordBuilder
public record TagContent(
        @NotNull(message = "is required") @Schema(required = true)
        TagType type,

        @Nullable
        @Pattern(
                regexp = Slug.PATTERN,
                message = "must be lower-case letters a-z and digits, with single hyphens between, and no UUID")
        @Size(max = Slug.MAX_LENGTH, message = "must be at most 120 characters long")
        @Schema(description = "Unique among all tags. Made from a name when left out.", examples = "mahilyow")
        String slug,

        @NotEmpty(message = "must have at least one name")
        @Size(max = 50, message = "must have at most 50 names")
        @Schema(
                required = true,
                description = "Names by language (BCP 47).",
                examples = "{\"be\": \"Магілёў\", \"ru\": \"Могилёв\", \"en\": \"Mahilyow\"}")
        Map<
                        @LanguageTag String,
                        @NotBlank(message = "must not be blank")
                        @Size(max = 200, message = "must be at most 200 characters long") String>
                names,

        @Size(max = 50, message = "must have at most 50 items")
        @Schema(
                description =
                        "Other slugs that lead here. Former ones are added by themselves, and none is ever taken away: links keep working.",
                examples = "[\"mogilev\"]")
        List<
                        @NotNull(message = "must be a slug")
                        @Pattern(
                                regexp = Slug.PATTERN,
                                message =
                                        "must be lower-case letters a-z and digits, with single hyphens between, and no UUID")
                        @Size(max = Slug.MAX_LENGTH, message = "must be at most 120 characters long") String>
                aliases,

        @Size(max = 10, message = "must have at most 10 items")
        @Schema(
                description =
                        "Slugs or ids of the tags right above this one, the main one first. Readers who see this one see those too, with their names.",
                examples = "[\"belarus\"]")
        List<
                        @NotBlank(message = "must be the slug or id of a tag that exists")
                        @Size(max = 200, message = "must be at most 200 characters long") String>
                parents,

        @Schema(
                description =
                        "Whether readers see the tag before anything published carries it, or a tag below it that they see.",
                defaultValue = "false")
        boolean announced,

        @Schema(
                description =
                        "Whether nothing new may carry it. What carries it already keeps it, and readers find it as before.",
                defaultValue = "false")
        boolean retired,

        @Size(max = 20, message = "must have at most 20 items")
        @Schema(
                description = "Addresses of the same thing elsewhere: Wikidata, IPTC Media Topics.",
                examples = "[\"https://www.wikidata.org/entity/Q154835\"]")
        List<@NotNull(message = "must be a URL") @WebAddress String> sameAs,

        @Nullable @Valid TagProfile profile,

        @Nullable
        @OwnFields(of = "tag")
        @Schema(
                type = SchemaType.OBJECT,
                description =
                        "Fields of the newsroom's own, as `dateline.extensions` of this installation declares them.")
        Map<String, Object> extensions)
        implements TagContentBuilder.With {

    public TagContent {
        aliases = aliases == null ? List.of() : aliases;
        parents = parents == null ? List.of() : parents;
        sameAs = sameAs == null ? List.of() : sameAs;
        names = names == null ? Map.of() : names;
        extensions = ExtensionSchema.given(extensions);
    }
}
