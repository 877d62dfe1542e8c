package dev.dateline.entitlement;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For whom is being read: in a request, for the bearer of its key; on a thread of the program's own, for whom it says. Nothing is
 * limited where there is no request, so whoever goes on with a request on another thread must say for whom.
 */
@Singleton
public class CurrentEntitlement {

    /** The attribute of an identity that holds its entitlement. */
    public static final String ATTRIBUTE = "dateline.entitlement";

    private final SecurityIdentity identity;
    private final ThreadLocal<@Nullable Entitlement> said = new ThreadLocal<>();

    CurrentEntitlement(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Null for those who may have all that is public. */
    public @Nullable Entitlement get() {
        Entitlement other = said.get();
        return other == null && Arc.container().requestContext().isActive() ? identity.getAttribute(ATTRIBUTE) : other;
    }

    /** Does something for somebody on a thread that has no request. */
    public <T> T reading(@Nullable Entitlement entitlement, Supplier<T> work) {
        Entitlement before = said.get();
        said.set(entitlement);
        try {
            return work.get();
        } finally {
            said.set(before);
        }
    }

    /** The same for what gives nothing back. */
    public void reading(@Nullable Entitlement entitlement, Runnable work) {
        reading(entitlement, () -> {
            work.run();
            return entitlement;
        });
    }
}
