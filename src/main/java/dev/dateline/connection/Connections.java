package dev.dateline.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.RecvByteBufAllocator;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives every connection a {@link ConnectionGuard}: for clients that are too slow, and for what is no request. What
 * Vert.x offers to applications begins where a request's head is complete and right, which is too late for both; so this
 * is a transport, found through {@code META-INF/services}.
 *
 * <p>Trap: HTTP/2 has another codec and would go unwatched; it is turned off ({@code quarkus.http.http2}, and in clear text
 * by {@link ServerOptions}). And {@code quarkus.vertx.prefer-native-transport} has no effect: unwatched requests would find
 * ways past the limits.
 */
public final class Connections implements VertxServiceProvider {

    private static final String ENCODER = "httpEncoder";

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new WatchedTransport());
    }

    private static final class WatchedTransport extends JDKTransport {

        /** All that is read at once is decoded, and a decoded request takes many times the memory of its bytes. */
        private static final RecvByteBufAllocator READ_AHEAD = new AdaptiveRecvByteBufAllocator(64, 2_048, 2_048);

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            bootstrap.childOption(ChannelOption.RCVBUF_ALLOCATOR, READ_AHEAD);
            ConnectionGuard.Limits limits = ConnectionGuard.Limits.of(ConfigProvider.getConfig());
            bootstrap.handler(new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object accepted) {
                    ((Channel) accepted).pipeline().addLast(new Placement(limits));
                    context.fireChannelRead(accepted);
                }
            });
        }
    }

    /** Waits for the codec: the pipeline is laid after the connection is accepted. */
    private static final class Placement extends ChannelInboundHandlerAdapter {

        private final ConnectionGuard.Limits limits;

        private Placement(ConnectionGuard.Limits limits) {
            this.limits = limits;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            ChannelPipeline pipeline = context.pipeline();
            if (pipeline.context(ENCODER) != null) {
                pipeline.addAfter(ENCODER, "connectionGuard", new ConnectionGuard(limits));
                pipeline.remove(this);
            }
            context.fireChannelRead(bytes);
        }
    }
}
