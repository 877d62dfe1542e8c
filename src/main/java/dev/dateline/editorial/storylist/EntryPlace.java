package dev.dateline.editorial.storylist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dateline.content.StoryListEntry;
import dev.dateline.problem.Problem;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place in a story list: one of before, after and position. */
@Schema(name = "EntryPlace", description = "A place in the list: one of before, after and position.")
public record EntryPlace(
        @Nullable @Schema(description = "The entry that is to follow.")
        UUID before,

        @Nullable @Schema(description = "The entry that is to precede.")
        UUID after,

        @Nullable
        @Min(value = 1, message = "must be from 1 to 500")
        @Max(value = 500, message = "must be from 1 to 500")
        @Schema(description = "From 1; beyond the end means at the end.", examples = "1")
        Integer position) {

    static final EntryPlace END = new EntryPlace(null, null, 500);

    @AssertTrue(message = "must have one of before, after and position")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isOnePlace() {
        return (before == null ? 0 : 1) + (after == null ? 0 : 1) + (position == null ? 0 : 1) == 1;
    }

    /**
     * The index at which it goes in.
     *
     * @throws Problem {@code conflict} when the other entry is not there, or no longer
     */
    int in(List<StoryListEntry> items) {
        if (position != null) {
            return Math.min(position - 1, items.size());
        }
        UUID other = before != null ? before : after;
        for (int i = 0; i < items.size(); i++) {
            if (Objects.equals(items.get(i).id(), other)) {
                return before != null ? i : i + 1;
            }
        }
        throw Problem.conflict(before != null ? "/before" : "/after", "This entry is not in the list, or no longer.");
    }
}
