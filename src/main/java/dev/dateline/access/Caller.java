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
    private final ThreadLocal<@Nullable Deputy> acting = new ThreadLocal<>();

    /** For whom somebody else's thread works, and what they may do. */
    private record Deputy(Actor actor, Role role) {}

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The id of {@link #actor}: what is kept with what was done. */
    public String id() {
        return actor().id();
    }

    public Actor actor() {
        Deputy deputy = acting.get();
        if (deputy != null) {
            return deputy.actor();
        } else if (!inRequest() || identity.isAnonymous()) {
            return Actor.PROGRAM;
        }
        Principal principal = identity.getPrincipal();
        return principal instanceof JsonWebToken token
                ? TokenNames.actor(token)
                : new Actor(principal.getName(), identity.getAttribute(ApiKeyMechanism.NAME));
    }

    /** Whether nobody asks but whoever runs the program. */
    public boolean isProgram() {
        return actor().equals(Actor.PROGRAM);
    }

    /** Goes on with what somebody asked for on a thread that has no request. It is theirs in the audit trail. */
    public <T> T acting(Actor actor, Role role, Supplier<T> work) {
        Deputy outer = acting.get();
        acting.set(new Deputy(actor, role));
        try {
            return work.get();
        } finally {
            acting.set(outer);
        }
    }

    /** The same on yet another thread, for whom this one works. */
    public Runnable carrying(Runnable work) {
        Deputy deputy = acting.get();
        return deputy == null
                ? work
                : () -> acting(deputy.actor(), deputy.role(), () -> {
                    work.run();
                    return deputy;
                });
    }

    /** The highest. */
    public Role role() {
        return Arrays.stream(Role.values()).filter(this::has).reduce(Role.READER, (lower, higher) -> higher);
    }

    public boolean has(Role role) {
        Deputy deputy = acting.get();
        return deputy != null ? deputy.role().compareTo(role) >= 0 : inRequest() && identity.hasRole(role.wireName());
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
