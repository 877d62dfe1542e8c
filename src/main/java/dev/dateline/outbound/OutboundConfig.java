package dev.dateline.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where requests may go whose addresses somebody typed in. */
@ConfigMapping(prefix = "dateline.outbound")
public interface OutboundConfig {

    /**
     * Whether they may go to private and loopback addresses, and webhooks without TLS. For development, or where every receiver is
     * inside: who may make webhooks, or have pictures fetched, can then reach whatever this program reaches.
     */
    @WithDefault("false")
    boolean privateAddresses();
}
