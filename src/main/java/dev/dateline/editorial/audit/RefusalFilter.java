package dev.dateline.editorial.audit;

import dev.dateline.access.Actor;
import dev.dateline.access.Audited;
import dev.dateline.access.Caller;
import dev.dateline.problem.ProblemDetails;
import dev.dateline.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Notes in the audit trail what was refused, before the answer leaves. It stands after all that may refuse something: the roles
 * of an operation, which are asked before the operation is reached, and the services.
 */
public final class RefusalFilter {

    private static final Logger LOG = Logger.getLogger(RefusalFilter.class);

    private final AuditLog audit;
    private final Caller caller;

    RefusalFilter(AuditLog audit, Caller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    /** On another thread: what the roles refuse is refused on an event loop, which must not wait. */
    @Audited
    @ServerResponseFilter
    public Uni<Void> note(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<Attempt> attempt = AuditLog.isRefusal(response.getStatus()) ? attempt(request) : Optional.empty();
        if (attempt.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Actor actor = caller.actor();
        String reason = reason(response);
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> audit.refused(actor, attempt.get(), reason))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> LOG.warnf("A refusal is not in the audit trail: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private static Optional<Attempt> attempt(ContainerRequestContext request) {
        return Attempt.of(request.getMethod(), request.getUriInfo().getPath());
    }

    private static String reason(ContainerResponseContext response) {
        return response.getEntity() instanceof ProblemDetails details
                ? details.detail()
                : ProblemType.ofStatus(response.getStatus()).title();
    }
}
