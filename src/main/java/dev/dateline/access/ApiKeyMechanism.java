package dev.dateline.access;

import dev.dateline.entitlement.CurrentEntitlement;
import dev.dateline.http.ClientAddress;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads {@code Authorization: Bearer …} (RFC 6750). A text that has the form of a JSON Web Token is left to the token
 * mechanism, which is on when an issuer is configured; anything else is an API key.
 */
@ApplicationScoped
public class ApiKeyMechanism implements HttpAuthenticationMechanism {

    /** The attribute of an identity that holds its key's name. */
    static final String NAME = "dateline.name";

    private static final String BEARER = "Bearer ";

    private final ApiKeyService keys;
    private final WrongKeys wrongKeys;

    ApiKeyMechanism(ApiKeyService keys, WrongKeys wrongKeys) {
        this.keys = keys;
        this.wrongKeys = wrongKeys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String header = context.request().getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().nullItem();
        }
        String bearer = header.substring(BEARER.length()).strip();
        if (bearer.chars().filter(c -> c == '.').count() == 2 && !keys.isConfigured(bearer)) {
            return Uni.createFrom().nullItem();
        }
        String client = ClientAddress.of(context.request().remoteAddress());
        return Uni.createFrom()
                .item(() -> identity(client, bearer))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private SecurityIdentity identity(String client, String bearer) {
        if (!keys.isConfigured(bearer)) {
            wrongKeys.check(client, bearer);
        }
        ApiKeyService.Caller caller = keys.authenticate(bearer).orElseThrow(() -> {
            wrongKeys.wrong(client, bearer);
            return new AuthenticationFailedException("unknown key");
        });
        wrongKeys.good(bearer);
        return identity(caller);
    }

    private static SecurityIdentity identity(ApiKeyService.Caller caller) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.actor().id()))
                .addAttribute(NAME, caller.actor().name())
                .addRoles(caller.role().included());
        if (caller.entitlement() != null) {
            identity.addAttribute(CurrentEntitlement.ATTRIBUTE, caller.entitlement());
        }
        return identity.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 100;
    }
}
