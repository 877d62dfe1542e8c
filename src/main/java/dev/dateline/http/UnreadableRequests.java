package dev.dateline.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Answers what cannot be read as a request with a problem, as everything else, and hangs up: where the next request would
 * begin is not known (RFC 9112 section 2.2).
 */
@SuppressWarnings("FutureReturnValueIgnored") // whoever sent such things need not be there any more
final class UnreadableRequests extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            refuse(context, type(request.decoderResult().cause()));
        } else {
            context.fireChannelRead(message);
        }
    }

    private static ProblemType type(@Nullable Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return ProblemType.ofStatus(414);
        }
        return ProblemType.ofStatus(cause instanceof TooLongHttpHeaderException ? 431 : 400);
    }

    private static void refuse(ChannelHandlerContext context, ProblemType type) {
        HttpResponseStatus status = HttpResponseStatus.valueOf(type.status());
        byte[] body =
                Json.write(new Problem(type, type.explanation()).details()).getBytes(UTF_8);
        String head =
                "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
                        .formatted(status, ProblemAnswer.PROBLEM_JSON, body.length);
        context.writeAndFlush(Unpooled.wrappedBuffer(head.getBytes(US_ASCII), body))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
