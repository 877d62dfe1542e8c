package dev.dateline.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;

/** What this program asks itself over HTTP, and no client. Only it knows the value of the header, which is made at every start. */
public final class OwnRequest {

    /** To be sent with {@link #VALUE}. */
    public static final String HEADER = "Dateline-Own-Request";

    public static final String VALUE = UUID.randomUUID().toString();

    private OwnRequest() {}

    public static boolean is(HttpServerRequest request) {
        return VALUE.equals(request.getHeader(HEADER));
    }
}
