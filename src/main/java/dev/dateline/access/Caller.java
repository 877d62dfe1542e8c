package dev.dateline.access;

import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.arc.Arc;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Arrays;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** On whose behalf something happens: the bearer of a key or token, or the program itself outside of requests. */
@Singleton
public class Caller {

    private final SecurityIdentity identity;
    private final ThreadLocal<@Nullable Actor> acting = new ThreadLocal<>();

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The id of {@link #actor}: what is kept with what was done. */
    public String id() {
        return actor().id();
    }

    public Actor actor() {
        Actor other = acting.get();
        if (other != null) {
            return other;
        } else if (!inRequest() || identity.isAnonymous()) {
            return Actor.PROGRAM;
        }
        Principal principal = identity.getPrincipal();
        return principal instanceof JsonWebToken token
                ? TokenNames.actor(token)
                : new Actor(principal.getName(), identity.getAttribute(ApiKeyMechanism.NAME));
    }

    /** Goes on with what somebody asked for on a thread that has no request. It is theirs in the audit trail; their role is not asked again. */
    public <T> T acting(Actor actor, Supplier<T> work) {
        acting.set(actor);
        try {
            return work.get();
        } finally {
            acting.remove();
        }
    }

    /** The highest. */
    Role role() {
        return Arrays.stream(Role.values()).filter(this::has).reduce(Role.READER, (lower, higher) -> higher);
    }

    public boolean has(Role role) {
        return inRequest() && identity.hasRole(role.wireName());
    }

    /** @throws ForbiddenException for those whose role does not include this one */
    public void require(Role role) {
        if (!has(role)) {
            throw new ForbiddenException();
        }
    }

    /** @throws Problem {@code forbidden} with this reason, for all but admins */
    public void requireAdmin(String reason) {
        if (!has(Role.ADMIN)) {
            throw new Problem(ProblemType.FORBIDDEN, reason);
        }
    }

    private static boolean inRequest() {
        return Arc.container().requestContext().isActive();
    }
}
