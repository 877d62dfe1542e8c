package dev.dateline.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Arrays;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** On whose behalf something happens: the bearer of a key or token, or the program itself outside of requests. */
@Singleton
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The id of {@link #actor}: what is kept with what was done. */
    public String id() {
        return actor().id();
    }

    public Actor actor() {
        if (!inRequest() || identity.isAnonymous()) {
            return Actor.PROGRAM;
        }
        Principal principal = identity.getPrincipal();
        return principal instanceof JsonWebToken token
                ? TokenNames.actor(token)
                : new Actor(principal.getName(), identity.getAttribute(ApiKeyMechanism.NAME));
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

    private static boolean inRequest() {
        return Arc.container().requestContext().isActive();
    }
}
