package dev.dateline.editorial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import dev.dateline.json.JsonBody;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.time.DatabaseClock;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /** A request of several parts, and the key under which it may be repeated. */
    public record Request(@Nullable String key, String path, JsonBody body) {}

    /**
     * @param path where things of this kind are created; a key stands for one creation in one place
     * @throws Problem {@code idempotency-key-reused} when the key came with another body before
     */
    @Transactional
    public ObjectNode once(@Nullable String key, String path, JsonBody body, Function<JsonBody, ObjectNode> creation) {
        return once(new Request(key, path, body), "", () -> creation.apply(body));
    }

    /**
     * Says what a key stands for before the first part of the request is done: a transaction of its own, so that it is known
     * whatever becomes of the parts.
     *
     * @throws Problem {@code idempotency-key-reused} when the key came with another body before
     */
    @Transactional
    public void begin(Request request) {
        once(request, "", JsonNodeFactory.instance::objectNode);
    }

    /**
     * One part of a request, in the caller's transaction: done and remembered together or not at all, so that a repeat goes on
     * where the request ended.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ObjectNode once(Request request, int part, Supplier<ObjectNode> work) {
        return once(request, " " + part, work); // no key of a caller holds a space
    }

    private ObjectNode once(Request request, String part, Supplier<ObjectNode> work) {
        String key = request.key();
        if (key == null) {
            return work.get();
        }
        if (!key.matches("[\\x21-\\x7e]{1,255}")) {
            throw Problem.header("Idempotency-Key", "must be 1 to 255 visible ASCII characters");
        }
        String actor = caller.getPrincipal().getName();
        locks.lock("idempotency " + actor + " " + key);
        byte[] hash = DigestUtils.sha256(request.path() + " " + request.body().json());
        IdempotentCreation.Key id = new IdempotentCreation.Key(actor, key + part);
        Instant now = DatabaseClock.now();
        if (part.isEmpty()) {
            creations.forgetBefore(now.minus(REMEMBERED));
        }
        IdempotentCreation earlier = creations.findById(id);
        if (earlier == null) {
            ObjectNode answer = work.get();
            creations.persist(new IdempotentCreation(id, hash, answer.toString(), now));
            return answer;
        }
        if (!Arrays.equals(earlier.requestHash(), hash)) {
            throw new Problem(
                    ProblemType.IDEMPOTENCY_KEY_REUSED, "This key was used with another body or address before.");
        }
        return Json.read(earlier.answer(), ObjectNode.class);
    }
}
