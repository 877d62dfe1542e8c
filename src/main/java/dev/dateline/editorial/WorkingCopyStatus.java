package dev.dateline.editorial;

import dev.dateline.access.Actor;
import dev.dateline.published.WithdrawalKind;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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

        @Schema(required = true, readOnly = true, description = "Who saved it.")
        Actor revisedBy,

        @Schema(required = true, readOnly = true, examples = "2026-11-20T08:10:00Z")
        Instant revisedAt,

        @Nullable @Schema(readOnly = true, description = "What its author said of it.", examples = "Names checked")
        String revisionNote,

        @Schema(required = true, readOnly = true) Reviewed review,

        @Nullable @Schema(readOnly = true) Live live,

        @Nullable @Schema(readOnly = true) Scheduled schedule,

        @Nullable
        @Schema(
                readOnly = true,
                description = "Why the last scheduled publication did not happen.",
                examples = "It cannot be published yet: /embargoedUntil has not passed yet.")
        String scheduleFailure,

        @Nullable @Schema(readOnly = true) Gone withdrawal,

        @Nullable @Schema(readOnly = true, description = "First publication.", examples = "2026-11-20T08:15:00Z")
        Instant publishedAt) {

    /** How far the current revision has come. */
    @Schema(name = "ReviewStatus", description = "How far the newsroom has come with the current revision.")
    public record Reviewed(
            @Schema(required = true) ReviewState state,

            @Schema(
                    required = true,
                    description = "The revision that the state is about: the current one.",
                    examples = "2")
            long revision,

            @Nullable
            @Schema(description = "The revision that was last approved, perhaps an older one.", examples = "2")
            Long approvedRevision,

            @Nullable Step lastStep) {

        static Reviewed of(WorkingCopy<?> copy, Function<String, Actor> actors) {
            return new Reviewed(
                    copy.review(), copy.revision(), copy.approvedRevision(), Step.of(copy.reviewStep(), actors));
        }
    }

    /** What was done last in a review. */
    @Schema(
            name = "ReviewStep",
            description =
                    "Who last submitted, approved or sent back something, and what they said. It stays through edits, for those who do what it asks.")
    public record Step(
            @Schema(required = true, description = "Where they brought it: `draft` sent it back.")
            ReviewState to,

            @Schema(required = true, description = "Which revision, perhaps an older one.", examples = "2")
            long revision,

            @Schema(required = true) Actor by,

            @Schema(required = true, examples = "2026-11-20T08:15:00Z")
            Instant at,

            @Nullable @Schema(examples = "Ask the ministry too.")
            String note) {

        static @Nullable Step of(@Nullable ReviewStep step, Function<String, Actor> actors) {
            return step == null
                    ? null
                    : new Step(
                            step.reviewedTo(),
                            step.reviewedRevision(),
                            actors.apply(step.reviewedBy()),
                            step.reviewedAt(),
                            step.reviewNote());
        }
    }

    /** What the public reads. */
    @Schema(
            name = "Live",
            description =
                    "What is published; absent when nothing of it is. What has a window of its own, such as a callout, is shown to readers within that.")
    public record Live(
            @Schema(required = true, description = "Since when without a break.", examples = "2026-11-20T08:15:00Z")
            Instant since,

            @Schema(required = true, description = "The revision that is public.", examples = "2")
            long revision,

            @Schema(
                    required = true,
                    format = "uri-reference",
                    description = "Where the public reads it.",
                    examples = "/v1/articles/01981f2c-5a00-7000-8000-000000000003")
            String href,

            @Nullable @Schema(description = "When it will be withdrawn.", examples = "2036-11-20T08:15:00Z")
            Instant until) {

        static @Nullable Live of(WorkingCopy<?> copy, @Nullable String publicPath) {
            Long revision = copy.publishedRevision();
            Instant since = copy.liveSince();
            return revision == null || since == null || publicPath == null
                    ? null
                    : new Live(since, revision, publicPath, copy.withdrawAt());
        }
    }

    /** That it was withdrawn. */
    @Schema(
            name = "WorkingCopyWithdrawal",
            description = "That it was withdrawn. It stays, whatever is edited, until it is published again.")
    public record Gone(
            @Schema(required = true) WithdrawalKind kind,

            @Nullable @Schema(description = "What readers are told.", examples = "Withdrawn after a court order.")
            String note,

            @Schema(required = true, description = "Who withdrew it.")
            Actor by,

            @Schema(required = true, examples = "2026-11-20T09:00:00Z")
            Instant at) {

        static @Nullable Gone of(@Nullable Withdrawn withdrawn, Function<String, Actor> actors) {
            return withdrawn == null
                    ? null
                    : new Gone(
                            withdrawn.withdrawnKind(),
                            withdrawn.withdrawnNote(),
                            actors.apply(withdrawn.withdrawnBy()),
                            withdrawn.withdrawnAt());
        }
    }

    /** A publication that waits for its time. */
    @Schema(name = "Schedule", description = "A publication that waits for its time, with the revision that goes out.")
    public record Scheduled(
            @Schema(required = true, examples = "2036-11-20T08:15:00Z")
            Instant at,

            @Schema(required = true, examples = "2") long revision,

            @Schema(required = true, description = "Who scheduled it.")
            Actor by,

            @Nullable @Schema(description = "When it is withdrawn again.", examples = "2036-11-27T08:15:00Z")
            Instant until,

            @Schema(
                    required = true,
                    description = "Whether the working copy has moved on: a later revision does not go out with it.",
                    examples = "false")
            boolean behind) {

        static @Nullable Scheduled of(@Nullable Schedule schedule, long current, Function<String, Actor> actors) {
            return schedule == null
                    ? null
                    : new Scheduled(
                            schedule.scheduledAt(),
                            schedule.scheduledRevision(),
                            actors.apply(schedule.scheduledBy()),
                            schedule.scheduledUntil(),
                            schedule.scheduledRevision() != current);
        }
    }

    static final List<String> FIELDS = Arrays.stream(WorkingCopyStatus.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    /** @param actors who ids belong to */
    static WorkingCopyStatus of(WorkingCopy<?> copy, @Nullable String publicPath, Function<String, Actor> actors) {
        return new WorkingCopyStatus(
                copy.id(),
                copy.version(),
                copy.hasUnpublishedChanges(),
                copy.createdAt(),
                copy.modifiedAt(),
                copy.revision(),
                actors.apply(copy.revisedBy()),
                copy.revisedAt(),
                copy.revisionNote(),
                Reviewed.of(copy, actors),
                Live.of(copy, publicPath),
                Scheduled.of(copy.schedule(), copy.revision(), actors),
                copy.scheduleFailure(),
                Gone.of(copy.withdrawn(), actors),
                copy.publishedAt());
    }
}
