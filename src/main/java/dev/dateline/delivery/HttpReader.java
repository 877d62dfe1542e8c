package dev.dateline.delivery;

import dev.dateline.cache.CacheStatus;
import dev.dateline.cache.FinishedAnswer;
import dev.dateline.http.OwnRequest;
import dev.dateline.http.ProblemAnswer;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client with a public read, on its connection's event loop. */
final class HttpReader implements Reader {

    private static final String NAME = HttpReader.class.getName();

    /** Each node has its own search index; other forms look up whole articles. */
    private static final Pattern FROM_THE_INDEX = Pattern.compile("/v1/(search|suggest|articles/[^/]+/related)");

    private static final Pattern UPDATES = Pattern.compile("/v1/articles/[^/]+/updates(\\.[a-z0-9]+)?");
    private static final Pattern ARTICLE = Pattern.compile("/v1/articles/[^/]+");

    private final RoutingContext context;
    private final Context loop;
    private final DeliveryMetrics metrics;
    private final long since;
    private final long version;
    private volatile @Nullable CollapsedRead read;

    HttpReader(RoutingContext context, DeliveryMetrics metrics, long since, long version) {
        this.context = context;
        this.loop = context.vertx().getOrCreateContext();
        this.metrics = metrics;
        this.since = since;
        this.version = version;
    }

    /** The reader for whom a request's answer is computed. */
    static HttpReader of(RoutingContext context) {
        return context.get(NAME);
    }

    /** What is computed for them. */
    CollapsedRead read() {
        return Objects.requireNonNull(read);
    }

    @Override
    public long since() {
        return since;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public boolean needsDatabase() {
        return AnswerForm.of(context) != null
                || !FROM_THE_INDEX.matcher(context.request().path()).matches();
    }

    @Override
    public ColdReadKind kind() {
        if (context.normalizedPath().startsWith(DeliveryHandler.MEDIA)) {
            return ColdReadKind.FILE;
        }
        return isLong(context.normalizedPath()) ? ColdReadKind.LONG : ColdReadKind.SHORT;
    }

    /** What has changed of a live page since a moment is short, and many ask for it at once. */
    private boolean isLong(String path) {
        HttpServerRequest request = context.request();
        if (UPDATES.matcher(path).matches()) {
            return request.getParam("since") == null && !"none".equals(request.getParam("body"));
        }
        return "full".equals(request.getParam("view"))
                || (AnswerForm.of(context) != null && !ARTICLE.matcher(path).matches());
    }

    @Override
    public boolean isAhead() {
        return OwnRequest.is(context.request());
    }

    @Override
    public boolean hasLeft() {
        return context.response().closed();
    }

    /** The resource is found and called on this very thread, which may block; see {@link AnswerInterceptor}. */
    @Override
    public CollapsedRead.State compute(CollapsedRead computed) {
        read = computed;
        context.put(NAME, this);
        context.next();
        HttpServerResponse response = context.response();
        if (!isAhead()) {
            metrics.served(context.request(), computed.cacheStatus(), response.getStatusCode(), since);
        }
        if (response.getStatusCode() >= 500) {
            return CollapsedRead.State.FAILED;
        }
        return response.ended() ? CollapsedRead.State.DONE : CollapsedRead.State.ABANDONED;
    }

    @Override
    public long bytesOf(FinishedAnswer answer) {
        return answer.bytesFor(context.request());
    }

    @Override
    public boolean send(FinishedAnswer answer, CacheStatus status) {
        boolean isSent = answer.send(context.request(), status);
        if (isSent) {
            metrics.served(context.request(), status, context.response().getStatusCode(), since);
        }
        return isSent;
    }

    @Override
    public void refuse(String reason) {
        metrics.refused();
        ProblemAnswer.send(context.response(), new Problem(ProblemType.UNAVAILABLE, reason));
    }

    @Override
    public void run(Runnable task) {
        loop.runOnContext(now -> task.run());
    }
}
