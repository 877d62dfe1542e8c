package dev.dateline.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/** Gives the bearer of a token the roles that the token's highest role includes. */
@ApplicationScoped
public class TokenRoles implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder(identity);
        Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.wireName()))
                .forEach(role -> builder.addRoles(role.included()));
        return Uni.createFrom().item(builder.build());
    }
}
