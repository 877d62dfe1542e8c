package dev.dateline.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** What no setting of Quarkus reaches. */
@ApplicationScoped
class ServerOptions implements HttpServerOptionsCustomizer {

    /**
     * How much of an answer the system may hold for a reader who does not take it, instead of up to some megabytes. Linux
     * sets aside twice what it is asked for.
     */
    static final int UNSENT_BYTES = 262_144;

    /** An upgrade to HTTP/2 in clear text would carry requests past the rules of a proxy in front (h2c smuggling). */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false).setSendBufferSize(UNSENT_BYTES / 2);
    }
}
