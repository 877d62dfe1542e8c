package dev.dateline.access;

import dev.dateline.json.ForbiddenCharacters;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.util.Arrays;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives the bearer of a token the roles that the token's highest role includes. A name that no text of the newsroom may hold
 * is refused here, before anything is written under it.
 */
@ApplicationScoped
public class TokenRoles implements SecurityIdentityAugmentor {

    private static final int MAX_NAME = 255;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!identity.isAnonymous() && !canBeKept(identity.getPrincipal())) {
            return Uni.createFrom().failure(new AuthenticationFailedException("a name that cannot be kept"));
        }
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder(identity);
        Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.wireName()))
                .forEach(role -> builder.addRoles(role.included()));
        return Uni.createFrom().item(builder.build());
    }

    private static boolean canBeKept(Principal principal) {
        if (principal.getName() == null) {
            return false;
        }
        return principal instanceof JsonWebToken token
                ? canBeKept(TokenNames.actor(token).id())
                        && canBeKept(TokenNames.actor(token).name())
                : canBeKept(principal.getName());
    }

    private static boolean canBeKept(String name) {
        return !name.isBlank() && name.length() <= MAX_NAME && ForbiddenCharacters.firstIn(name) < 0;
    }
}
