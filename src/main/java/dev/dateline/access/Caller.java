package dev.dateline.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** On whose behalf something happens: the bearer of a key or token, or the program itself outside of requests. */
@Singleton
public class Caller {

    /** The name of imports from the command line and of what the clock does. */
    public static final String PROGRAM = "dateline";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** For example {@code key:Xy12}, a token's subject, {@code admin-key}. */
    public String name() {
        return inRequest() && !identity.isAnonymous() ? identity.getPrincipal().getName() : PROGRAM;
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
