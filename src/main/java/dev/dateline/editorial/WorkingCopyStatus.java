package dev.dateline.editorial;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the program knows about a working copy; it stands beside the content in every answer and is read-only. */
@Schema(
        description =
                "What Dateline keeps about a working copy. Read-only: a write may repeat these fields, not change them.")
public record WorkingCopyStatus(
        @Schema(required = true, readOnly = true, examples = "01981f2c-5a00-7000-8000-000000000003")
        UUID id,

        @Schema(
                required = true,
                readOnly = true,
                description = "Raised by every change; in quotes, it is the ETag.",
                examples = "3")
        long version,

        @Schema(required = true, readOnly = true) State state,

        @Schema(
                required = true,
                readOnly = true,
                description = "Whether the public still sees an older version.",
                examples = "false")
        boolean unpublishedChanges,

        @Schema(required = true, readOnly = true, examples = "2026-11-20T07:00:00Z")
        Instant createdAt,

        @Schema(required = true, readOnly = true, examples = "2026-11-20T08:10:00Z")
        Instant modifiedAt,

        @Nullable @Schema(readOnly = true, description = "First publication.", examples = "2026-11-20T08:15:00Z")
        Instant publishedAt,

        @Nullable
        @Schema(
                readOnly = true,
                format = "uri-reference",
                description = "Where the public reads it, while it is published.",
                examples = "/v1/articles/01981f2c-5a00-7000-8000-000000000003")
        String publicHref) {

    static final List<String> FIELDS = Arrays.stream(WorkingCopyStatus.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    static WorkingCopyStatus of(WorkingCopy<?> copy, String publicPath) {
        return new WorkingCopyStatus(
                copy.id(),
                copy.version(),
                copy.state(),
                copy.hasUnpublishedChanges(),
                copy.createdAt(),
                copy.modifiedAt(),
                copy.publishedAt(),
                copy.state() == State.PUBLISHED ? publicPath : null);
    }
}
