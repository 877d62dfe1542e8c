package dev.dateline.cdn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** A webhook that purges a CDN by cache groups. */
@ConfigMapping(prefix = "dateline.delivery.purge")
public interface PurgeConfig {

    /** Where to post, for example {@code https://api.fastly.com/service/…/purge}; off when left out. */
    Optional<URI> url();

    /** Whose API it is. */
    @WithDefault("fastly")
    PurgeStyle style();

    /** What proves that we may. */
    Optional<String> token();
}
