package dev.dateline.editorial.workflow;

import dev.dateline.change.Change;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.http.Parameters;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.AuthorizationFailureEvent;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes who tried to publish or withdraw without the role for it: that is refused before any of our code runs. Those
 * without a key are left out, or anybody could fill the audit trail.
 */
@Singleton
class ForbiddenAttempts {

    private static final Pattern PUBLICATION =
            Pattern.compile("/v1/editorial/([a-z-]+)/([0-9a-fA-F-]{36})/publication");

    private final AuditLog audit;

    ForbiddenAttempts(AuditLog audit) {
        this.audit = audit;
    }

    void note(@ObservesAsync AuthorizationFailureEvent event) {
        SecurityIdentity identity = event.getSecurityIdentity();
        if (identity == null
                || identity.isAnonymous()
                || !(event.getEventProperties().get(RoutingContext.class.getName())
                        instanceof RoutingContext context)) {
            return;
        }
        Matcher path = PUBLICATION.matcher(context.normalizedPath());
        if (path.matches()) {
            Change.Kind.ofCollection(path.group(1))
                    .ifPresent(kind -> audit.refused(
                            identity.getPrincipal().getName(),
                            context.request().method().equals(HttpMethod.DELETE)
                                    ? AuditAction.WITHDRAW
                                    : AuditAction.PUBLISH,
                            kind,
                            Parameters.pathId(path.group(2)),
                            null,
                            "The role does not allow this."));
        }
    }
}
