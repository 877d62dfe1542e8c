package dev.dateline.editorial.publishing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.change.Change;
import dev.dateline.content.EditorialContent;
import dev.dateline.editorial.Withdrawn;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.json.JsonBody;
import dev.dateline.problem.Problem;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says otherwise why something was withdrawn. */
@Singleton
public class WithdrawalExplanation {

    private final PublishingSupport support;

    WithdrawalExplanation(PublishingSupport support) {
        this.support = support;
    }

    /**
     * Replaces reason and note. That the reason was a legal one only admins may take back.
     *
     * @param body a {@link WithdrawalInput}
     * @throws Problem {@code conflict} when it is not withdrawn
     */
    @Transactional
    public <C extends EditorialContent, E extends WorkingCopy<C>> ObjectNode change(
            Publisher<C, E> publisher, UUID id, @Nullable String ifMatch, JsonBody body) {
        WithdrawalInput given = support.inputs().read(body.json(), WithdrawalInput.class);
        E copy = publisher.lockedForPublishing(id, ifMatch);
        Withdrawn before = copy.withdrawn();
        if (before == null) {
            throw Problem.conflict("It is not withdrawn.");
        }
        if (copy.isWithdrawnForLegalReason() && given.kind() != WithdrawalInput.Reason.LEGAL) {
            support.caller().requireAdmin("It was withdrawn for a legal reason. Only an admin may take that back.");
        }
        Withdrawn after = given.by(support.caller().id(), before.withdrawnAt());
        copy.explainWithdrawal(after, DatabaseClock.now());
        support.tell(publisher.kind(), id, after);
        support.changes()
                .note(new Change(
                        publisher.kind(),
                        id,
                        Change.Event.WITHDRAWN,
                        after.changeReason(),
                        Set.of(publisher.kind().cacheGroup(id))));
        support.audit().done(AuditAction.EXPLAIN_WITHDRAWAL, publisher.kind(), id, null);
        return publisher.copies().view(copy);
    }
}
