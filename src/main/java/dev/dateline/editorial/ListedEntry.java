package dev.dateline.editorial;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.access.Actor;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an editor's screen shows of a thing that a list or a front names. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ListedEntry",
        description =
                "An article that a list names, or a list that a front names: what it is called and how it stands.")
public record ListedEntry(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000003")
        UUID id,

        @Nullable @Schema(description = "Its headline or title in the working copy.", examples = "Minsk bridge reopens")
        String title,

        @Nullable @Schema(examples = "minsk-bridge-reopens") String slug,

        @Nullable @Schema(description = "BCP 47.", examples = "en")
        String language,

        @Schema(required = true) WorkingCopyStatus.Reviewed review,
        WorkingCopyStatus.@Nullable Live live,
        WorkingCopyStatus.@Nullable Scheduled schedule,
        WorkingCopyStatus.@Nullable Gone withdrawal,

        @Schema(required = true, description = "Whether the public still sees an older revision.", examples = "false")
        boolean unpublishedChanges,

        @Schema(required = true, examples = "2026-11-20T08:10:00Z")
        Instant modifiedAt) {

    static ListedEntry of(WorkingCopy<?> copy, @Nullable String publicPath, Function<String, Actor> actors) {
        WorkingCopyStatus status = WorkingCopyStatus.of(copy, publicPath, actors);
        return new ListedEntry(
                copy.id(),
                copy.content().title(),
                copy.slug(),
                copy.language(),
                status.review(),
                status.live(),
                status.schedule(),
                status.withdrawal(),
                status.unpublishedChanges(),
                status.modifiedAt());
    }
}
