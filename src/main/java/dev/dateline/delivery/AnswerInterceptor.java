package dev.dateline.delivery;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
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
    private final CurrentVertxRequest current;

    AnswerInterceptor(CollapsedReads reads, EntitledAnswers entitled, CurrentVertxRequest current) {
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
            long bytes = reads.finish(reader.read(), reader, shaped);
            context.addEndHandler(ended -> reads.sent(bytes));
        }
        return result;
    }
}
