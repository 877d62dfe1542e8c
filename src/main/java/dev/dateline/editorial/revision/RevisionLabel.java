package dev.dateline.editorial.revision;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which revision it is, and who made it. */
@Schema(name = "RevisionLabel", description = "Which revision it is, who made it, and why.")
public record RevisionLabel(
        @Schema(required = true, description = "Counts from 1 for each thing.", examples = "2")
        long number,

        @Schema(required = true, examples = "key:Xy12AbCd") String by,

        @Schema(required = true, examples = "2026-11-20T08:10:00Z")
        Instant at,

        @Nullable @Schema(examples = "Names checked") String note) {}
