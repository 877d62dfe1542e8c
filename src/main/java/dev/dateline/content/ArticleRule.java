package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dateline.json.FaultAt;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which of the newest articles fill a list by themselves. */
@Schema(
        name = "ArticleRule",
        description = "Fills a list with the newest articles that match. It must say how many at most.")
@RecordBuilder
public record ArticleRule(
        @Nullable
        @Size(max = 1000, message = "must be at most 1000 characters long")
        @Schema(
                description =
                        "Tags by slug or id, as in a query: `a,b` both, `a|b` either, `-c` not, `a/*` a or any tag below it.",
                examples = "minsk,-transport")
        String tag,

        @Nullable ArticleKind kind,

        @Nullable @LanguageTag @Schema(maxLength = LanguageTag.MAX_LENGTH, description = "BCP 47.", examples = "be")
        String language,

        @Nullable
        @Schema(
                maxLength = 50,
                description = "How old an article may be: an ISO 8601 duration, days at most.",
                examples = "P7D")
        String maxAge,

        @NotNull(message = "is required: how many articles at most, from 1 to 100")
        @Min(value = 1, message = "must be from 1 to 100")
        @Max(value = 100, message = "must be from 1 to 100")
        @Schema(required = true, examples = "10")
        Integer limit)
        implements ArticleRuleBuilder.With {

    @FaultAt("tag")
    @AssertTrue(message = "must be " + TagFilter.EXPECTED)
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isTagLogic() {
        return TagFilter.isFilter(tag);
    }

    @FaultAt("maxAge")
    @AssertTrue(message = "must be an ISO 8601 duration of at least a minute and at most 3650 days, such as P7D")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isAge() {
        try {
            return maxAge == null
                    || (age(maxAge).compareTo(Duration.ofMinutes(1)) >= 0
                            && age(maxAge).compareTo(Duration.ofDays(3650)) <= 0);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** How old an article may be, or null for any age. */
    @Nullable
    public Duration age() {
        return maxAge == null ? null : age(maxAge);
    }

    private static Duration age(String text) {
        return Duration.parse(text);
    }

    public TagFilter tags() {
        return tag == null ? new TagFilter(List.of()) : TagFilter.parse(tag);
    }
}
