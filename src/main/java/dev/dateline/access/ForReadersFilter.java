package dev.dateline.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Keeps delivery for those with a key, when it is configured so. */
@Provider
@ApplicationScoped // behind a proxy: providers are made before the configuration is read
@ForReaders
public class ForReadersFilter implements ContainerRequestFilter {

    private final AccessConfig config;
    private final CurrentIdentityAssociation identities;
    private final AuthenticatedReaders readers;

    ForReadersFilter(AccessConfig config, CurrentIdentityAssociation identities, AuthenticatedReaders readers) {
        this.config = config;
        this.identities = identities;
        this.readers = readers;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (config.delivery() == AccessConfig.Delivery.PUBLIC) {
            return;
        }
        SecurityIdentity identity = identities.getIdentity();
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!identity.hasRole(Role.READER_NAME)) {
            throw new ForbiddenException();
        }
        readers.remember(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    }
}
