package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dateline.http.Parameters;
import dev.dateline.json.FaultAt;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of a story list as editors write it. */
@Schema(name = "StoryListEntry", description = "An article, or a link to somewhere else with a headline.")
@RecordBuilder
public record StoryListEntry(
        @Nullable
        @Schema(
                description = "Made by Dateline when left out; names the entry in moves.",
                examples = "01981f2c-5a00-7000-8000-00000000000b")
        UUID id,

        @Nullable
        @Size(min = 1, max = 200, message = "must be 1 to 200 characters long")
        @Schema(description = "Id or externalId of an article. Readers see the entry while the article is public.")
        String article,

        @Nullable
        @WebAddress
        @Schema(format = "uri", description = "A link to somewhere else.", examples = "https://example.org/long-read")
        String url,

        @Nullable
        @Size(min = 1, max = 300, message = "must be 1 to 300 characters long")
        @Schema(
                description = "Shown instead of the article's own; required for a link.",
                examples = "A winter on the ice road")
        String headline,

        @Nullable
        @Size(min = 1, max = 100, message = "must be 1 to 100 characters long")
        @Schema(description = "Shown instead of the article's own.", examples = "Long read")
        String kicker,

        @Nullable @Valid Image image,

        @Nullable @Schema(description = "Shown from this time on.", examples = "2026-02-14T12:00:00Z")
        Instant from,

        @Nullable @Schema(description = "Shown until just before this time.", examples = "2036-03-14T12:00:00Z")
        Instant until,

        @Nullable @Valid Pin pin)
        implements StoryListEntryBuilder.With {

    /** Keeps an entry at a place, whatever comes before it. */
    @Schema(
            name = "Pin",
            description =
                    "Keeps the entry at a place. When the time is over, it falls back to where it stands in the order.")
    public record Pin(
            @NotNull(message = "is required: a place from 1 to 500")
            @Min(value = 1, message = "must be from 1 to 500")
            @Max(value = 500, message = "must be from 1 to 500")
            @Schema(required = true, description = "From 1.", examples = "1")
            Integer position,

            @Nullable @Schema(examples = "2036-03-14T12:00:00Z")
            Instant until) {}

    @AssertTrue(message = "must have either an article or a url")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isOneTarget() {
        return (article == null) != (url == null);
    }

    @FaultAt("headline")
    @AssertTrue(message = "is required for a link")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isLinkNamed() {
        return url == null || headline != null;
    }

    @FaultAt("until")
    @AssertTrue(message = "must be later than from")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isWindow() {
        return from == null || until == null || until.isAfter(from);
    }

    /** Whether both lead to the same. */
    public boolean hasTargetOf(StoryListEntry other) {
        return Objects.equals(article, other.article) && Objects.equals(url, other.url);
    }

    /** When readers see it; of an entry that is stored. */
    Exposure exposure() {
        return new Exposure(
                article == null ? null : Parameters.uuids(article).findFirst().orElse(null), from, until);
    }
}
