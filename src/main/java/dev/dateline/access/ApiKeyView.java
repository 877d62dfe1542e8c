package dev.dateline.access;

import dev.dateline.entitlement.Entitlement;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key as administrators see it. */
@Schema(name = "ApiKey", description = "An API key. Its secret is shown once, when it is made.")
public record ApiKeyView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000006")
        UUID id,

        @Schema(required = true, examples = "website") String name,
        @Schema(required = true) Role role,

        @Schema(
                required = true,
                description = "The part of the key that may be shown, for finding it in a configuration.",
                examples = "qXbT29LmZa")
        String prefix,

        @Schema(required = true, examples = "2026-11-20T07:00:00Z")
        Instant createdAt,

        @Nullable Instant expiresAt,
        @Nullable @Schema(description = "To the minute.") Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable Entitlement entitlement,

        @Nullable @Schema(description = "The whole key. Only in the answer that made it; keep it safe.")
        String key) {

    static ApiKeyView of(ApiKey key, @Nullable String secret) {
        return new ApiKeyView(
                key.id(),
                key.name(),
                key.role(),
                key.prefix(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt(),
                key.entitlement(),
                secret);
    }
}
