package dev.dateline.editorial.revision;

import dev.dateline.access.Actor;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which revision it is, and who made it, as it is shown. */
@Schema(name = "RevisionLabel", description = "Which revision it is, who made it, and why.")
public record RevisionView(
        @Schema(required = true, description = "Counts from 1 for each thing.", examples = "2")
        long number,

        @Schema(required = true) Actor by,

        @Schema(required = true, examples = "2026-11-20T08:10:00Z")
        Instant at,

        @Nullable @Schema(examples = "Names checked") String note) {

    public static RevisionView of(RevisionLabel label, Actor by) {
        return new RevisionView(label.number(), by, label.at(), label.note());
    }
}
