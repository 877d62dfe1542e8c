package dev.dateline.editorial.publishing;

import dev.dateline.access.Caller;
import dev.dateline.access.Role;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.problem.Problem;
import dev.dateline.published.PublishedStateRepository;
import dev.dateline.published.Withdrawal;
import dev.dateline.published.WithdrawalRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands at the door: who may pass, and what is written down of it. The same for every kind of thing. */
@Singleton
public class Gate {

    private final PublicationLock door;
    private final ChangeLog changes;
    private final WithdrawalRepository withdrawals;
    private final PublishedStateRepository states;
    private final AuditLog audit;
    private final Caller caller;
    private final PublishingConfig config;

    Gate(
            PublicationLock door,
            ChangeLog changes,
            WithdrawalRepository withdrawals,
            PublishedStateRepository states,
            AuditLog audit,
            Caller caller,
            PublishingConfig config) {
        this.door = door;
        this.changes = changes;
        this.withdrawals = withdrawals;
        this.states = states;
        this.audit = audit;
        this.caller = caller;
        this.config = config;
    }

    PublicationLock door() {
        return door;
    }

    String caller() {
        return caller.name();
    }

    boolean mayBreakEmbargo() {
        return caller.has(Role.ADMIN);
    }

    /** @throws Problem {@code conflict} where approval is required and the revision has none */
    void requireApproval(long revision, WorkingCopy<?> copy) {
        if (config.approvalRequired() && !copy.isApproved(revision)) {
            throw Problem.conflict("/revision", "Revision " + revision + " was not approved.");
        }
    }

    void note(Change change) {
        changes.note(change);
    }

    /** For a legal reason it is also not shown by looking back. */
    void noteWithdrawal(UUID target, Withdrawal.Kind kind, @Nullable String publicNote, Instant now) {
        withdrawals.replace(new Withdrawal(target, kind, publicNote, now));
        if (kind == Withdrawal.Kind.LEGAL) {
            states.forget(target);
        }
    }

    void forgetWithdrawal(UUID target) {
        withdrawals.deleteById(target);
    }

    void refused(String actor, Change.Kind kind, UUID target, long revision, String reason) {
        audit.refused(actor, AuditAction.PUBLISH, kind, target, revision, reason);
    }

    void audit(AuditAction action, Change.Kind kind, WorkingCopy<?> copy, @Nullable Long revision) {
        audit.done(action, kind, copy.id(), revision);
    }

    void audit(String actor, AuditAction action, Change.Kind kind, WorkingCopy<?> copy, @Nullable Long revision) {
        audit.done(actor, action, kind, copy.id(), revision);
    }
}
