package dev.dateline.access;

import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What a token calls its bearer: the claims of OpenID Connect Core 1.0, section 5.1. */
final class TokenNames {

    private TokenNames() {}

    static Actor actor(JsonWebToken token) {
        String subject = Objects.requireNonNullElse(token.getSubject(), token.getName());
        String name = Stream.of("name", "preferred_username")
                .map(claim -> token.<Object>getClaim(claim))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(subject);
        return Actor.token(subject, name);
    }
}
