package dev.dateline.entitlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dateline.content.LanguageTag;
import dev.dateline.content.Territory;
import dev.dateline.content.WebAddress;
import dev.dateline.json.Json;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a partner may have of what is public: articles that fit all of these, and what belongs to them. What is left out
 * does not limit. The rule itself stands in the database, as {@code is_entitled}; the search index has its own copy of it.
 *
 * @param tags ids, once they are stored
 * @param withoutTags the same
 */
@Schema(
        description =
                "What a partner may have: articles that fit all that is named here, with what belongs to them. Nothing else is in any answer, count, search, feed or change. What is left out does not limit.")
public record Entitlement(
        @Size(max = 100, message = "must have at most 100 items")
        @Schema(
                description = "Only what carries one of these tags, or one below. Slugs or ids; ids in answers.",
                examples = "[\"belarus\"]")
        List<
                        @NotBlank(message = "must not be blank")
                        @Size(max = 200, message = "must be at most 200 characters long") String>
                tags,

        @Size(max = 100, message = "must have at most 100 items")
        @Schema(
                description = "Nothing that carries one of these tags, or one below. Slugs or ids; ids in answers.",
                examples = "[]")
        List<
                        @NotBlank(message = "must not be blank")
                        @Size(max = 200, message = "must be at most 200 characters long") String>
                withoutTags,

        @Size(max = 100, message = "must have at most 100 items")
        @Schema(
                description = "Only what is in one of these languages (BCP 47); `en` has `en-GB` in it.",
                examples = "[\"be\", \"en\"]")
        List<@NotNull(message = "must be a language") @LanguageTag @Size(max = LanguageTag.MAX_LENGTH) String>
                languages,

        @Size(max = 100, message = "must have at most 100 items")
        @Schema(
                description =
                        "Only articles and pictures whose `licenceUrl` is one of these. What names no licence is left out.",
                examples = "[\"https://creativecommons.org/licenses/by/4.0/\"]")
        List<@NotNull(message = "must be an address") @WebAddress String> licences,

        @Nullable
        @Territory
        @Size(max = 2, message = "must be two capital letters (ISO 3166-1), for example PL")
        @Schema(
                description =
                        "Where the partner publishes. Articles and pictures that name other `territories` are left out.",
                examples = "PL")
        String territory,

        @Nullable
        @Min(value = 1, message = "must be from 1 to 2592000")
        @Max(value = 2_592_000, message = "must be from 1 to 2592000")
        @Schema(description = "So many seconds after everybody else.", examples = "900")
        Integer delaySeconds) {

    public Entitlement {
        tags = tags == null ? List.of() : tags;
        withoutTags = withoutTags == null ? List.of() : withoutTags;
        languages = languages == null ? List.of() : languages;
        licences = licences == null ? List.of() : licences;
    }

    @AssertTrue(message = "must name something that limits; without a limit leave it out")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isLimiting() {
        return !(tags.isEmpty() && withoutTags.isEmpty() && languages.isEmpty() && licences.isEmpty())
                || territory != null
                || delaySeconds != null;
    }

    /** The same with the ids of its tags, in the one form that all have who may have the same. */
    Entitlement resolved(Collection<String> ids, Collection<String> withoutIds) {
        return new Entitlement(
                inOrder(ids),
                inOrder(withoutIds),
                inOrder(languages.stream().map(LanguageTag.Languages::canonical).toList()),
                inOrder(licences),
                territory,
                delaySeconds);
    }

    private static List<String> inOrder(Collection<String> words) {
        return List.copyOf(new TreeSet<>(words));
    }

    /** How much later than everybody else. */
    @JsonIgnore
    @Schema(hidden = true)
    public Duration delay() {
        return Duration.ofSeconds(delaySeconds == null ? 0 : delaySeconds);
    }

    /** Whether they may have a picture under these terms. */
    public boolean allows(@Nullable String licence, Collection<String> territories) {
        return (licences.isEmpty() || (licence != null && licences.contains(licence)))
                && (territory == null || territories.isEmpty() || territories.contains(territory));
    }

    /** Whether pictures may be left out. */
    @JsonIgnore
    @Schema(hidden = true)
    public boolean choosesPictures() {
        return !licences.isEmpty() || territory != null;
    }

    /** The same for those who may have the same, and for no others. */
    public String fingerprint() {
        return DigestUtils.sha256Hex(Json.write(this)).substring(0, 32);
    }
}
