package dev.dateline.editorial.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.access.Caller;
import dev.dateline.access.Role;
import dev.dateline.change.Change;
import dev.dateline.editorial.ReviewStep;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.editorial.publishing.Publication;
import dev.dateline.editorial.publishing.Publishers;
import dev.dateline.http.Parameters;
import dev.dateline.json.InputReader;
import dev.dateline.json.JsonBody;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.published.Withdrawal;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what a step of the workflow is asked to be, has it done, and notes in the audit trail when it is refused. */
@Singleton
public class Workflow {

    private static final int MOST_NOTE = 2_000;

    /** Why people withdraw; that something has expired is for the clock to say. */
    private enum Reason {
        WITHDRAWN(Withdrawal.Kind.WITHDRAWN),
        LEGAL(Withdrawal.Kind.LEGAL);

        private final Withdrawal.Kind kind;

        Reason(Withdrawal.Kind kind) {
            this.kind = kind;
        }
    }

    private final Publishers publishers;
    private final InputReader inputs;
    private final AuditLog audit;
    private final Caller caller;

    Workflow(Publishers publishers, InputReader inputs, AuditLog audit, Caller caller) {
        this.publishers = publishers;
        this.inputs = inputs;
        this.audit = audit;
        this.caller = caller;
    }

    /** Does what it is told, and has it written down when it is refused. */
    ObjectNode watched(AuditAction action, Change.Kind kind, UUID id, Supplier<ObjectNode> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException failure) {
            refused(action, kind, id, failure);
            throw failure;
        }
    }

    /** Notes a refusal. To be called when its transaction is over, because this needs one of its own. */
    public void refused(AuditAction action, Change.Kind kind, UUID id, RuntimeException failure) {
        Problem problem = Problem.causing(failure);
        if (problem != null && problem.type() == ProblemType.NOT_FOUND) {
            return; // there is no thing that the trail could be about
        }
        String reason = failure instanceof ForbiddenException
                ? "The role does not allow this."
                : problem == null ? "Something broke here." : problem.details().detail();
        audit.refused(action, kind, id, null, reason);
    }

    /** @param body a {@link Publication}, or nothing */
    public ObjectNode publish(Change.Kind kind, UUID id, @Nullable String ifMatch, @Nullable JsonBody body) {
        Publication publication =
                body == null || body.isEmpty() ? Publication.NOW : inputs.read(body.json(), Publication.class);
        requireEditor();
        return publishers.of(kind).publish(id, ifMatch, publication);
    }

    /**
     * Withdraws for all to see why.
     *
     * @param reason {@code withdrawn} or {@code legal}
     */
    public ObjectNode withdraw(
            Change.Kind kind, UUID id, @Nullable String ifMatch, @Nullable String reason, @Nullable String note) {
        Parameters parameters = new Parameters();
        Reason why = parameters.choice("kind", reason, Reason.class, Reason.WITHDRAWN);
        String told = parameters.text("note", note, MOST_NOTE);
        parameters.check();
        requireEditor();
        return publishers.of(kind).withdraw(id, ifMatch, why.kind, told);
    }

    /** @param body a {@link Review}; to approve needs an editor */
    public ObjectNode review(Change.Kind kind, UUID id, @Nullable String ifMatch, JsonBody body) {
        ReviewStep step = inputs.read(body.json(), Review.class).state().step();
        if (step == ReviewStep.APPROVE) {
            requireEditor();
        }
        return publishers.serviceOf(kind).review(id, ifMatch, step);
    }

    /** @throws ForbiddenException for those who may only write */
    public void requireEditor() {
        if (!caller.has(Role.EDITOR)) {
            throw new ForbiddenException();
        }
    }
}
