package dev.dateline.access;

import dev.dateline.content.ContentKind;
import dev.dateline.entitlement.Entitlement;
import dev.dateline.entitlement.Entitlements;
import dev.dateline.problem.Problem;
import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Makes, checks and revokes API keys. */
@Singleton
public class ApiKeyService {

    private final ApiKeyRepository keys;
    private final Entitlements entitlements;
    private final AccessConfig config;
    private final Event<Administered> administered;

    ApiKeyService(
            ApiKeyRepository keys, Entitlements entitlements, AccessConfig config, Event<Administered> administered) {
        this.administered = administered;
        this.keys = keys;
        this.entitlements = entitlements;
        this.config = config;
    }

    /** Who a bearer text belongs to. The configured admin key needs no database. */
    @Transactional
    Optional<Caller> authenticate(String bearer) {
        if (isConfigured(bearer)) {
            return Optional.of(new Caller(Actor.ADMIN_KEY, Role.ADMIN, null));
        }
        return ApiKeySecret.parse(bearer).flatMap(this::authenticate);
    }

    private Optional<Caller> authenticate(ApiKeySecret secret) {
        Instant now = DatabaseClock.now();
        Optional<ApiKey> key = keys.byPrefix(secret.prefix()).filter(found -> found.admits(secret, now));
        key.filter(found -> found.shouldNoteUse(now)).ifPresent(found -> keys.noteUse(found, now));
        return key.map(found -> new Caller(Actor.key(found.prefix(), found.name()), found.role(), found.entitlement()));
    }

    /** Whether it is the admin key that stands in the configuration. */
    boolean isConfigured(String bearer) {
        byte[] configured = config.adminKey().map(DigestUtils::sha256).orElse(new byte[0]);
        return MessageDigest.isEqual(configured, DigestUtils.sha256(bearer));
    }

    /** @param entitlement what they may have of what is public; null for all */
    record Caller(Actor actor, Role role, @Nullable Entitlement entitlement) {}

    /** The only moment at which the secret is known. */
    @Transactional
    public ApiKeyView create(ApiKeyInput input) {
        if (input.expiresAt() != null && !input.expiresAt().isAfter(DatabaseClock.now())) {
            throw Problem.invalid("/expiresAt", "must be in the future");
        }
        Entitlement entitlement = input.entitlement();
        if (entitlement != null && input.role() != Role.READER) {
            throw Problem.invalid("/entitlement", "goes only with the role reader: others see what is not public yet");
        }
        ApiKeySecret secret = ApiKeySecret.make();
        ApiKey key = new ApiKey(
                Identifiers.next(),
                input.name(),
                input.role(),
                secret,
                DatabaseClock.now(),
                input.expiresAt(),
                entitlement == null ? null : entitlements.resolved("/entitlement", entitlement));
        keys.persist(key);
        told(key.id(), Administered.Act.CREATE);
        return ApiKeyView.of(key, secret.text());
    }

    @Transactional
    List<ApiKeyView> all() {
        return keys.all().stream().map(key -> ApiKeyView.of(key, null)).toList();
    }

    /** Under its new name it keeps its history. */
    @Transactional
    ApiKeyView rename(UUID id, ApiKeyName name) {
        ApiKey key = keys.forUpdate(id).orElseThrow(Problem::notFound);
        if (key.revokedAt() != null) {
            throw Problem.conflict("It was revoked; what it did stays under the name that it had.");
        }
        key.rename(name.name());
        told(id, Administered.Act.EDIT);
        return ApiKeyView.of(key, null);
    }

    /** @throws Problem {@code conflict} when nobody could administer any more */
    @Transactional
    void revoke(UUID id) {
        keys.lockAdmins();
        ApiKey key = keys.forUpdate(id).orElseThrow(Problem::notFound);
        if (key.revokedAt() == null) {
            boolean hadAdmin = hasAdmin();
            key.revoke(DatabaseClock.now());
            keys.flush();
            if (hadAdmin && !hasAdmin()) {
                throw Problem.conflict("It is the last key of an admin. Make another one first.");
            }
            told(id, Administered.Act.DELETE);
        }
    }

    private void told(UUID key, Administered.Act act) {
        administered.fire(new Administered(ContentKind.KEY, key, act));
    }

    /** Whether somebody can administer this installation. */
    @Transactional
    public boolean hasAdmin() {
        return config.adminKey().isPresent() || keys.anyAdmin();
    }
}
