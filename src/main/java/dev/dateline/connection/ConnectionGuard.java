package dev.dateline.connection;

import dev.dateline.http.HttpLimits;
import dev.dateline.problem.ProblemType;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.smallrye.config.SmallRyeConfig;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Watches one HTTP/1.1 connection:
 *
 * <ul>
 *   <li>Who sends requests without waiting for answers gets one after the other: the next is handed on when the last is
 *       answered and the client takes what it was sent. Otherwise a few bytes from it would become all our memory.
 *   <li>What is no request is answered with a problem.
 *   <li>A client that keeps us waiting loses the connection: a head must be complete within a time, and a body must come and
 *       an answer be taken at a rate. Who waits for us is safe: a body that we do not read or have not asked for, an answer
 *       that is not there yet, a connection kept for later.
 * </ul>
 *
 * <p>Lives on the connection's event loop, behind the codec: it sees messages, not bytes. Trap: what the system has taken
 * over, up to {@link ServerOptions#UNSENT_BYTES}, may wait there unseen, and room is reported in large steps. So much may
 * always be missing from an answer's rate.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty tells whoever gave the promise, and a close needs no answer
final class ConnectionGuard extends ChannelDuplexHandler {

    private static final int LOOKS = 4;

    record Limits(Duration patience, int leastBytesPerSecond) {

        static Limits of(Config config) {
            HttpLimits.SlowClients limits = config.unwrap(SmallRyeConfig.class)
                    .getConfigMapping(HttpLimits.class)
                    .slowClients();
            return new Limits(limits.patience(), limits.leastBytesPerSecond());
        }

        long leastBytes(long nanos) {
            return TimeUnit.NANOSECONDS.toMillis(nanos) * leastBytesPerSecond / 1000;
        }
    }

    private final Limits limits;
    private @Nullable ScheduledFuture<?> looking;

    private final Deque<Object> waiting = new ArrayDeque<>();
    private int unanswered;
    private boolean answering;
    private boolean readingHeld;
    private boolean refused;

    private boolean decoded;
    private boolean inHead;
    private long headSince;
    private boolean inBody;
    private boolean inBodyUnasked;
    private long received;
    private long written;
    private long owedSince;
    private long movedThen;

    ConnectionGuard(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        owedSince = System.nanoTime();
        long period = limits.patience().toNanos() / LOOKS;
        looking = context.executor().scheduleAtFixedRate(() -> look(context), period, period, TimeUnit.NANOSECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (looking != null) {
            looking.cancel(false);
        }
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        decoded = true;
        if (refused) {
            ReferenceCountUtil.release(message);
        } else if (waiting.isEmpty() && !mustWait(context, message)) {
            handOn(context, message);
        } else {
            waiting.add(message);
            readNoMore(context);
        }
    }

    private void readNoMore(ChannelHandlerContext context) {
        readingHeld = true;
        context.channel().config().setAutoRead(false); // each time: Vert.x lets it go on when a body has been read
    }

    private boolean mustWait(ChannelHandlerContext context, Object message) {
        return message instanceof HttpRequest
                && (unanswered > 0 || !context.channel().isWritable());
    }

    private void handOn(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            ProblemType fault = UnreadableRequest.fault(request);
            if (fault != null) {
                refuse(context, fault, message);
                return;
            }
            request.setUri(RequestTargets.canonical(request.uri()));
            unanswered++;
            inHead = false;
            inBody = true;
            inBodyUnasked = !request.method().equals(HttpMethod.GET) && HttpUtil.is100ContinueExpected(request);
        }
        if (message instanceof HttpContent content) {
            if (content.decoderResult().isFailure() && mayRefuse()) {
                refuse(context, ProblemType.BAD_REQUEST, message);
                return;
            }
            received += content.content().readableBytes();
            inBody = !(message instanceof LastHttpContent);
            inBodyUnasked = false;
        }
        context.fireChannelRead(message);
    }

    /** While only one answer is owed that has not begun: each request gets one. What comes of it later meets a closed connection. */
    private boolean mayRefuse() {
        return !answering && unanswered == 1;
    }

    private void refuse(ChannelHandlerContext context, ProblemType fault, Object message) {
        ReferenceCountUtil.release(message);
        refuse(context, fault);
    }

    private void refuse(ChannelHandlerContext context, ProblemType fault) {
        refused = true;
        context.writeAndFlush(UnreadableRequest.answer(fault)).addListener(ChannelFutureListener.CLOSE);
    }

    /** Hands on what may be handed on now; then more may be read. */
    private void goOn(ChannelHandlerContext context) {
        boolean went = false;
        while (!waiting.isEmpty() && !refused && !mustWait(context, waiting.peek())) {
            handOn(context, waiting.remove());
            went = true;
        }
        if (went) {
            context.fireChannelReadComplete();
        }
        if (waiting.isEmpty() && readingHeld) {
            readingHeld = false;
            context.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        goOn(context);
        context.fireChannelWritabilityChanged();
    }

    /** Bytes that came and made nothing whole are the beginning of a head. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        boolean beginsHead = !decoded && !inBody;
        if (beginsHead && !inHead) {
            headSince = System.nanoTime();
        }
        inHead = beginsHead;
        decoded = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (refused) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        if (message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            inBodyUnasked = false;
        } else if (message instanceof HttpResponse) {
            answering = true;
        }
        if (answering && message instanceof LastHttpContent) {
            answering = false;
            unanswered--;
            if (!waiting.isEmpty()) {
                context.executor().execute(() -> goOn(context));
            }
        }
        if (message instanceof HttpContent content) {
            written += content.content().readableBytes();
        }
        if (message instanceof FileRegion file) {
            long count = file.count();
            context.write(message, promise.unvoid().addListener(sent -> written += count));
        } else {
            context.write(message, promise);
        }
    }

    private void look(ChannelHandlerContext context) {
        long now = System.nanoTime();
        long patience = limits.patience().toNanos();
        if (refused) {
            return;
        }
        if (inHead && unanswered == 0 && now - headSince >= patience) {
            refuse(context, ProblemType.REQUEST_TIMEOUT);
            return;
        }
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        long unsent = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        long moved = received + written - unsent + (buffer == null ? 0 : buffer.currentProgress()) - movedThen;
        boolean owesBody =
                inBody && !inBodyUnasked && context.channel().config().isAutoRead();
        long unseen = unsent > 0 ? ServerOptions.UNSENT_BYTES : 0;
        boolean isQuick = moved > unseen + limits.leastBytes(patience);
        if ((unsent == 0 && !owesBody) || isQuick) {
            owedSince = now;
            movedThen += moved;
        } else if (now - owedSince >= patience && moved + unseen < limits.leastBytes(now - owedSince)) {
            if (owesBody && mayRefuse()) {
                refuse(context, ProblemType.REQUEST_TIMEOUT);
            } else {
                context.close();
            }
        }
    }
}
