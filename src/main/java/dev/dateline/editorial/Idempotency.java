package dev.dateline.editorial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import dev.dateline.json.JsonBody;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Lets a caller repeat a creation whose answer got lost (draft-ietf-httpapi-idempotency-key-header): the same key and
 * body give the same answer again and create nothing. Answers are remembered for two days.
 */
@Singleton
public class Idempotency {

    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final IdempotentCreationRepository creations;
    private final AdvisoryLockRepository locks;
    private final SecurityIdentity caller;

    Idempotency(IdempotentCreationRepository creations, AdvisoryLockRepository locks, SecurityIdentity caller) {
        this.creations = creations;
        this.locks = locks;
        this.caller = caller;
    }

    /**
     * @param path where things of this kind are created; a key stands for one creation in one place
     * @throws Problem {@code idempotency-key-reused} when the key came with another body before
     */
    @Transactional
    public ObjectNode once(@Nullable String key, String path, JsonBody body, Function<JsonBody, ObjectNode> creation) {
        if (key == null) {
            return creation.apply(body);
        }
        if (!key.matches("[\\x21-\\x7e]{1,255}")) {
            throw Problem.header("Idempotency-Key", "must be 1 to 255 visible ASCII characters");
        }
        String actor = caller.getPrincipal().getName();
        locks.lock("idempotency " + actor + " " + key);
        byte[] hash = DigestUtils.sha256(path + " " + body.json());
        IdempotentCreation.Key id = new IdempotentCreation.Key(actor, key);
        IdempotentCreation earlier = creations.findById(id);
        Instant now = Identifiers.now();
        if (earlier != null && earlier.createdAt().isAfter(now.minus(REMEMBERED))) {
            if (!Arrays.equals(earlier.requestHash(), hash)) {
                throw new Problem(
                        ProblemType.IDEMPOTENCY_KEY_REUSED, "This key was used with another body or address before.");
            }
            return Json.read(earlier.answer(), ObjectNode.class);
        }
        creations.forgetBefore(now.minus(REMEMBERED));
        ObjectNode answer = creation.apply(body);
        creations.persist(new IdempotentCreation(id, hash, answer.toString(), now));
        return answer;
    }
}
