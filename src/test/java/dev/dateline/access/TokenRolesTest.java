package dev.dateline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

/** What a token says of its bearer. */
class TokenRolesTest {

    private static Uni<SecurityIdentity> bearer(String name) {
        SecurityIdentity token = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRole(Role.EDITOR.wireName())
                .build();
        return new TokenRoles().augment(token, null);
    }

    @Test
    void theHighestRoleIncludesTheLowerOnes() {
        assertThat(bearer("alena").await().indefinitely().getRoles()).containsAll(Role.EDITOR.included());
    }

    @Test
    void aNameThatNoTextMayHoldIsRefused() {
        for (String name : new String[] {"a\u0000b", "\uD800", "a\u0001", "x".repeat(256), " "}) {
            assertThatThrownBy(() -> bearer(name).await().indefinitely())
                    .isInstanceOf(AuthenticationFailedException.class);
        }
    }
}
