package dev.dateline.exchange;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as administrators watch it. */
@Schema(name = "ImportJob", description = "An import and how far it has come.")
record ImportJobView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000007")
        UUID id,

        @Schema(required = true) ImportFormat format,
        @Schema(required = true) ImportState state,

        @Schema(required = true, examples = "2026-11-20T07:00:00Z")
        Instant startedAt,

        @Nullable @Schema(examples = "2026-11-20T07:00:05Z") Instant finishedAt,

        @Schema(required = true, description = "The file's size.", examples = "1048576")
        long bytes,

        @Schema(required = true, description = "How much of it has been read.", examples = "1048576")
        long bytesRead,

        @Schema(required = true, description = "Records read: the sum of the counts that follow.", examples = "467")
        long records,

        @Schema(required = true, examples = "467") long created,

        @Schema(
                required = true,
                description = "Written before by an import, and changed in the file since.",
                examples = "0")
        long updated,

        @Schema(required = true, description = "Here already, just so.", examples = "0")
        long unchanged,

        @Schema(required = true, description = "Have no place here, for a good reason.", examples = "0")
        long skipped,

        @Schema(required = true, description = "Could not be imported.", examples = "0")
        long failed,

        @Schema(required = true, description = "Records a second.", examples = "2140.5")
        double rate,

        @Nullable @Schema(description = "Why the import as a whole failed.")
        String failure,

        @Schema(
                required = true,
                format = "uri-reference",
                description = "What could not be imported, or not as it was.",
                examples = "/v1/editorial/imports/01981f2c-5a00-7000-8000-000000000007/problems")
        String problems) {}
