package dev.dateline.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Answers OPTIONS with the methods that an address has (RFC 9110 section 9.3.7): Quarkus REST names some that it has not. */
final class Options {

    private final KnownAddresses addresses;

    Options(KnownAddresses addresses) {
        this.addresses = addresses;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response answer(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        } else if (!addresses.hasAny(path)) {
            throw new NotFoundException();
        }
        return Response.noContent()
                .header(HttpHeaders.ALLOW, addresses.methods(path) + ", OPTIONS")
                .build();
    }
}
