package dev.dateline.access;

import dev.dateline.entitlement.CurrentEntitlement;
import io.quarkus.arc.NoClassInterceptors;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Keeps delivery for those with a key, when it is configured so; knows again who has shown one. */
@Provider
@ApplicationScoped // behind a proxy: providers are made before the configuration is read
@ForReaders
public class ForReadersFilter implements ContainerRequestFilter {

    private final AccessConfig config;
    private final CurrentIdentityAssociation identities;
    private final AuthenticatedReaders readers;
    private final CurrentEntitlement entitlements;

    ForReadersFilter(
            AccessConfig config,
            CurrentIdentityAssociation identities,
            AuthenticatedReaders readers,
            CurrentEntitlement entitlements) {
        this.config = config;
        this.entitlements = entitlements;
        this.identities = identities;
        this.readers = readers;
    }

    @Override
    @NoClassInterceptors // what binds it to resources would have it answer in their place
    public void filter(ContainerRequestContext request) {
        long revocations = readers.revocations();
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (config.delivery() == AccessConfig.Delivery.KEY) {
            SecurityIdentity identity = identities.getIdentity();
            if (identity.isAnonymous()) {
                throw new UnauthorizedException();
            }
            if (!identity.hasRole(Role.READER_NAME)) {
                throw new ForbiddenException();
            }
        }
        if (authorization != null) {
            readers.remember(authorization, entitlements.get(), revocations);
        }
    }
}
