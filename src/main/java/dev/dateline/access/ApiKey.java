package dev.dateline.access;

import dev.dateline.entitlement.Entitlement;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A key for a program or a person. Only a hash of its secret is kept; the prefix finds it again. */
@Entity
public class ApiKey {

    private static final Duration USE_GRANULARITY = Duration.ofMinutes(1);

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String prefix;
    private byte[] secretHash;
    private Instant createdAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable Entitlement entitlement;

    protected ApiKey() {}

    ApiKey(
            UUID id,
            String name,
            Role role,
            ApiKeySecret secret,
            Instant now,
            @Nullable Instant expiresAt,
            @Nullable Entitlement entitlement) {
        this.id = id;
        this.name = name;
        this.role = role;
        this.prefix = secret.prefix();
        this.secretHash = secret.hash();
        this.createdAt = now;
        this.expiresAt = expiresAt;
        this.entitlement = entitlement;
    }

    /** Whether the secret is this key's, and the key may still be used. Compares in constant time. */
    boolean admits(ApiKeySecret secret, Instant now) {
        return MessageDigest.isEqual(secretHash, secret.hash())
                && revokedAt == null
                && (expiresAt == null || expiresAt.isAfter(now));
    }

    /** Whether the last noted use is so long ago that a new one is worth a write. */
    boolean shouldNoteUse(Instant now) {
        return lastUsedAt == null || lastUsedAt.plus(USE_GRANULARITY).isBefore(now);
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    void rename(String other) {
        name = other;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }

    String prefix() {
        return prefix;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }

    /** What its bearer may have of what is public; null for all. */
    @Nullable
    Entitlement entitlement() {
        return entitlement;
    }
}
