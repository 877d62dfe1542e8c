package dev.dateline.media;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * What a reader says they take ({@code Accept}). It chooses a format where the address says none, and nothing else; so it is kept
 * from Jakarta REST, which would refuse who takes pictures only, because it is told of an answer and not of a picture.
 */
public final class AcceptedPictures {

    private static final String NAME = AcceptedPictures.class.getName();

    private AcceptedPictures() {}

    /** Keeps it for {@link #of}. */
    public static void keep(RoutingContext context) {
        HttpServerRequest request = context.request();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null) {
            context.put(NAME, String.join(",", request.headers().getAll(HttpHeaders.ACCEPT)));
            request.headers().remove(HttpHeaders.ACCEPT);
        }
    }

    static @Nullable String of(RoutingContext context) {
        return context.get(NAME);
    }
}
