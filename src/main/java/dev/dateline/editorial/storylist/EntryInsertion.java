package dev.dateline.editorial.storylist;

import dev.dateline.content.StoryListEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry that is to come into a list. */
@Schema(name = "EntryInsertion", description = "A new entry, and where it goes; at the end when that is left out.")
public record EntryInsertion(
        @NotNull(message = "is required") @Valid @Schema(required = true)
        StoryListEntry entry,

        @Nullable @Valid EntryPlace place) {

    EntryPlace where() {
        return place == null ? EntryPlace.END : place;
    }
}
