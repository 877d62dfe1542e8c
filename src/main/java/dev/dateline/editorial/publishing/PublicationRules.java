package dev.dateline.editorial.publishing;

import dev.dateline.access.Caller;
import dev.dateline.content.ContentKind;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Who may publish what. */
@Singleton
class PublicationRules {

    private final Caller caller;
    private final AuditLog audit;
    private final PublishingConfig config;

    PublicationRules(Caller caller, AuditLog audit, PublishingConfig config) {
        this.caller = caller;
        this.audit = audit;
        this.config = config;
    }

    /**
     * What the command line imports, and the sample newsroom, was approved by who runs the program.
     *
     * @throws Problem {@code conflict} where approval is required, and this revision has none
     */
    void requireApproved(WorkingCopy<?> copy, long revision) {
        if (config.approvalRequired() && !copy.isApproved(revision) && !caller.isProgram()) {
            throw new Problem(
                    ProblemType.CONFLICT,
                    Publication.NOT_YET,
                    List.of(Fault.at(
                            "/revision", "must be approved first; revision " + revision + " was not approved")));
        }
    }

    /**
     * What was withdrawn for a legal reason comes back only when an admin says that it is meant to; the trail says so.
     *
     * @throws Problem {@code forbidden} for others, {@code conflict} when it is not said
     */
    void requireMayReturn(ContentKind kind, WorkingCopy<?> copy, Publication publication) {
        if (!copy.isWithdrawnForLegalReason()) {
            return;
        }
        caller.requireAdmin("It was withdrawn for a legal reason. Only an admin may publish it again.");
        if (!publication.isOverLegalWithdrawal()) {
            throw Problem.conflict(
                    "/overLegalWithdrawal",
                    "overLegalWithdrawal must be true: it was withdrawn for a legal reason, see withdrawal");
        }
        audit.done(AuditAction.LIFT_LEGAL_WITHDRAWAL, kind, copy.id(), copy.revision());
    }

    /**
     * Until when an embargo may end that this breaks. As with legal withdrawals it must be said: nobody breaks one unknowingly.
     *
     * @throws Problem {@code forbidden} for those who say it and are no admin
     */
    Instant breakable(Publication publication) {
        if (!publication.isOverEmbargo()) {
            return Instant.MIN;
        }
        caller.requireAdmin("Only an admin may break an embargo.");
        return Instant.MAX;
    }

    /** Notes that an embargo was broken, if there was one. */
    void noteBroken(ContentKind kind, UUID id, long revision, Publication publication, Instant embargo, Instant now) {
        if (publication.isOverEmbargo() && embargo.isAfter(Objects.requireNonNullElse(publication.at(), now))) {
            audit.done(AuditAction.BREAK_EMBARGO, kind, id, revision);
        }
    }
}
