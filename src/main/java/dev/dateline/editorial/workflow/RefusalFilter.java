package dev.dateline.editorial.workflow;

import dev.dateline.access.Actor;
import dev.dateline.access.Audited;
import dev.dateline.access.Caller;
import dev.dateline.content.ContentKind;
import dev.dateline.editorial.audit.Attempt;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.editorial.publishing.Publishers;
import dev.dateline.problem.ProblemDetails;
import dev.dateline.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Notes in the audit trail what was refused, before the answer leaves. It stands after whoever refuses something of one
 * operation: its roles, which are asked before it is reached, and the services. The operations of a bulk note their own,
 * unless it is refused as a whole.
 */
public final class RefusalFilter {

    private static final Logger LOG = Logger.getLogger(RefusalFilter.class);

    private final AuditLog audit;
    private final Caller caller;
    private final Set<ContentKind> kinds;

    RefusalFilter(AuditLog audit, Caller caller, Publishers publishers) {
        this.audit = audit;
        this.caller = caller;
        this.kinds = Stream.concat(ContentKind.AUDITED.stream(), publishers.kinds().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** On another thread: what the roles refuse is refused on an event loop, which must not wait. */
    @Audited
    @ServerResponseFilter
    public Uni<Void> note(ContainerRequestContext request, ContainerResponseContext response) {
        if (!AuditLog.isRefusal(response.getStatus())) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .item(() -> new Refused(
                        caller.actor(),
                        Attempt.of(request.getMethod(), request.getUriInfo().getPath(), kinds)
                                .map(audit::exactly)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(refused -> note(refused, response))
                .onFailure()
                .invoke(failure -> LOG.warnf("A refusal is not in the audit trail: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private record Refused(Actor actor, Optional<Attempt> attempt) {}

    private void note(Refused refused, ContainerResponseContext response) {
        refused.attempt()
                .filter(attempt -> !attempt.kind().equals(ContentKind.BULK)
                        || response.getStatus() == ProblemType.FORBIDDEN.status())
                .ifPresent(attempt -> audit.refused(refused.actor(), attempt, reason(response)));
    }

    private static String reason(ContainerResponseContext response) {
        return response.getEntity() instanceof ProblemDetails details
                ? AuditLog.reason(details)
                : ProblemType.ofStatus(response.getStatus()).title();
    }
}
