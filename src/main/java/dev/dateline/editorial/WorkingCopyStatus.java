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
                description = "Whether the public still sees an older revision.",
                examples = "false")
        boolean unpublishedChanges,

        @Schema(required = true, readOnly = true, examples = "2026-11-20T07:00:00Z")
        Instant createdAt,

        @Schema(required = true, readOnly = true, examples = "2026-11-20T08:10:00Z")
        Instant modifiedAt,

        @Schema(
                required = true,
                readOnly = true,
                description = "The number of this content: every save that changes something makes the next.",
                examples = "2")
        long revision,

        @Schema(required = true, readOnly = true, description = "Who saved it.", examples = "key:Xy12AbCd")
        String revisedBy,

        @Schema(required = true, readOnly = true, examples = "2026-11-20T08:10:00Z")
        Instant revisedAt,

        @Nullable @Schema(readOnly = true, description = "What its author said of it.", examples = "Names checked")
        String revisionNote,

        @Nullable @Schema(readOnly = true, description = "The revision that was last approved.", examples = "2")
        Long approvedRevision,

        @Nullable
        @Schema(readOnly = true, description = "The revision that is public; absent when none is.", examples = "2")
        Long publishedRevision,

        @Nullable @Schema(readOnly = true, description = "First publication.", examples = "2026-11-20T08:15:00Z")
        Instant publishedAt,

        @Nullable @Schema(readOnly = true) Scheduled schedule,

        @Nullable
        @Schema(
                readOnly = true,
                description = "Why the last scheduled publication did not happen.",
                examples = "It cannot be published yet: /embargoedUntil has not passed yet.")
        String scheduleFailure,

        @Nullable
        @Schema(readOnly = true, description = "When it will be withdrawn.", examples = "2036-11-20T08:15:00Z")
        Instant withdrawAt,

        @Nullable
        @Schema(
                readOnly = true,
                format = "uri-reference",
                description = "Where the public reads it, while it is published.",
                examples = "/v1/articles/01981f2c-5a00-7000-8000-000000000003")
        String publicHref) {

    /** A publication that waits for its time. */
    @Schema(name = "Schedule", description = "A publication that waits for its time, with the revision that goes out.")
    public record Scheduled(
            @Schema(required = true, examples = "2036-11-20T08:15:00Z")
            Instant at,

            @Schema(required = true, examples = "2") long revision,

            @Schema(required = true, examples = "key:Xy12AbCd")
            String by,

            @Nullable @Schema(description = "When it is withdrawn again.", examples = "2036-11-27T08:15:00Z")
            Instant until) {

        static @Nullable Scheduled of(@Nullable Schedule schedule) {
            return schedule == null
                    ? null
                    : new Scheduled(
                            schedule.scheduledAt(),
                            schedule.scheduledRevision(),
                            schedule.scheduledBy(),
                            schedule.scheduledUntil());
        }
    }

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
                copy.revision(),
                copy.revisedBy(),
                copy.revisedAt(),
                copy.revisionNote(),
                copy.approvedRevision(),
                copy.publishedRevision(),
                copy.publishedAt(),
                Scheduled.of(copy.schedule()),
                copy.scheduleFailure(),
                copy.withdrawAt(),
                copy.isPublic() ? publicPath : null);
    }
}
