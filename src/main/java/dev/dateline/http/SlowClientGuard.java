package dev.dateline.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Closes an HTTP/1.1 connection whose client keeps the other side waiting: a request's head must be complete within a time,
 * and while a body comes in or an answer goes out, each such time must move a number of bytes. Who waits for us is safe: a
 * body that we do not read, an answer that is not there yet, a connection kept for later.
 *
 * <p>Lives on the connection's event loop, behind the decoder.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty tells whoever gave the promise, and a close needs no answer
final class SlowClientGuard extends ChannelDuplexHandler {

    private static final int LOOKS = 4;

    /** @param leastBytes how many must move in each such time */
    record Limits(Duration patience, long leastBytes) {

        static Limits of(Config config) {
            HttpLimits.SlowClients limits = config.unwrap(SmallRyeConfig.class)
                    .getConfigMapping(HttpLimits.class)
                    .slowClients();
            return new Limits(limits.patience(), limits.patience().toMillis() * limits.leastBytesPerSecond() / 1000);
        }
    }

    private final Limits limits;
    private @Nullable ScheduledFuture<?> looking;
    private boolean decoded;
    private boolean inHead;
    private boolean inBody;
    private long received;
    private long written;
    private long since;
    private long movedThen;

    SlowClientGuard(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        since = System.nanoTime();
        long period = limits.patience().toNanos() / LOOKS;
        looking = context.executor().scheduleAtFixedRate(() -> look(context), period, period, TimeUnit.NANOSECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        decoded = true;
        if (message instanceof HttpRequest) {
            inHead = false;
            inBody = true;
        }
        if (message instanceof HttpContent content) {
            received += content.content().readableBytes();
            inBody = !(message instanceof LastHttpContent);
        }
        context.fireChannelRead(message);
    }

    /** Bytes that came and made nothing whole are the beginning of a head. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        inHead = !decoded && !inBody;
        decoded = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            written += bytes.readableBytes();
        }
        context.write(message, promise);
    }

    private void look(ChannelHandlerContext context) {
        long now = System.nanoTime();
        long unsent = unsent(context);
        long moved = received + written - unsent;
        boolean owes =
                inHead || unsent > 0 || (inBody && context.channel().config().isAutoRead());
        if (!owes) {
            since = now;
            movedThen = moved;
        } else if (now - since >= limits.patience().toNanos()) {
            if (inHead || moved - movedThen < limits.leastBytes()) {
                context.close();
            }
            since = now;
            movedThen = moved;
        }
    }

    private static long unsent(ChannelHandlerContext context) {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
