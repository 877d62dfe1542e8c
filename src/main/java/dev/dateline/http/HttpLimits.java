package dev.dateline.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a request may bring. */
@ConfigMapping(prefix = "dateline.http")
interface HttpLimits {

    /** The longest JSON body that is read, in bytes. Imports are streamed and have no limit. */
    @WithDefault("5242880")
    int maxBodyBytes();
}
