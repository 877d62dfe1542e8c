package dev.dateline.delivery;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.cache.CachePolicy;
import dev.dateline.cache.DirectMemoryBudget;
import dev.dateline.cache.FinishedAnswer;
import dev.dateline.cache.Representation;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * Finishes every {@link Answer} and hands it to those who wait for it. Around the resource's method, and not in a response
 * filter, because filters are left out when the reader has gone, and others may wait for the same answer.
 */
@ForReaders
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AnswerInterceptor {

    private static final String FINISHED = FinishedAnswer.class.getName();

    private final CachePolicy policy;
    private final CurrentVertxRequest current;
    private final DeliveryMetrics metrics;

    AnswerInterceptor(CachePolicy policy, CurrentVertxRequest current, DeliveryMetrics metrics) {
        this.policy = policy;
        this.current = current;
        this.metrics = metrics;
    }

    /** What a request's answer has become. */
    static FinishedAnswer finished(RoutingContext context) {
        return context.get(FINISHED);
    }

    /** Nobody works for a reader who left while he waited for a thread. */
    @AroundInvoke
    @Nullable
    Object answer(InvocationContext invocation) throws Exception {
        RoutingContext context = current.getCurrent();
        ColdRead read = ColdRead.of(context);
        if (read != null && !read.begin()) {
            throw new Problem(ProblemType.UNAVAILABLE, "The reader has left.");
        }
        try {
            Object result = invocation.proceed();
            if (result instanceof Answer answer) {
                finish(answer, read, context);
            }
            return result;
        } finally {
            if (read != null) {
                read.worked();
            }
        }
    }

    private void finish(Answer answer, @Nullable ColdRead read, RoutingContext context) {
        byte[] bytes = answer.json().bytes();
        Flight flight = read == null ? null : read.flight();
        FinishedAnswer finished = new FinishedAnswer(
                answer, Representation.plain(bytes, tag(bytes)), policy, flight == null ? 0 : flight.stamp());
        if (read != null && !read.claim(finished.bytesFor(context.request()))) {
            metrics.refused();
            throw new Problem(ProblemType.UNAVAILABLE, DirectMemoryBudget.FULL);
        }
        context.put(FINISHED, finished);
        if (flight != null) {
            flight.land(finished.prepared());
        }
    }

    /**
     * Strong, and the same on every node: 128 bits of MurmurHash3, which say nothing but what the bytes are. Nobody gains
     * by forging one, and SHA-256 would be a quarter of the cost of a list.
     */
    private static String tag(byte[] bytes) {
        long[] hash = MurmurHash3.hash128x64(bytes);
        byte[] both = ByteBuffer.allocate(16).putLong(hash[0]).putLong(hash[1]).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }
}
