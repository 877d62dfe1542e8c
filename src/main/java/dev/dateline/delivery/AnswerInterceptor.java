package dev.dateline.delivery;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.cache.CacheStatus;
import dev.dateline.http.AfterAnswer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * Finishes every {@link Answer}. Around the resource's method, and not in a response filter, because filters are left out
 * when the reader has gone, and others may wait for the same answer.
 */
@ForReaders
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class AnswerInterceptor {

    private final CollapsedReads reads;
    private final EntitledAnswers entitled;
    private final AnswerKeys keys;
    private final CurrentVertxRequest current;

    AnswerInterceptor(CollapsedReads reads, EntitledAnswers entitled, AnswerKeys keys, CurrentVertxRequest current) {
        this.keys = keys;
        this.reads = reads;
        this.entitled = entitled;
        this.current = current;
    }

    @AroundInvoke
    @Nullable
    Object answer(InvocationContext invocation) throws Exception {
        Object result = invocation.proceed();
        if (result instanceof Answer answer) {
            RoutingContext context = current.getCurrent();
            HttpReader reader = HttpReader.of(context);
            AnswerForm form = AnswerForm.of(context);
            Answer own = entitled.of(answer);
            Answer shaped = form == null ? own : form.shape().apply(own);
            long bytes = reads.finish(reader.read(), reader, shaped, key(reader.read(), context));
            AfterAnswer.of(context, () -> reads.sent(bytes));
        }
        return result;
    }

    /** Who was not known when they asked is known by now, and what they are answered may be kept for the next. */
    private @Nullable String key(CollapsedRead read, RoutingContext context) {
        String key = read.key();
        return key == null && read.cacheStatus() == CacheStatus.BYPASS ? keys.of(context, true) : key;
    }
}
