package dev.dateline.syndication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** Absolute addresses, which feeds, sitemaps and linked data need. */
@ConfigMapping(prefix = "dateline.syndication")
interface SyndicationConfig {

    /** Where readers reach this API, without {@code /v1}. */
    @WithDefault("http://localhost:8080")
    String apiUrl();

    /** A WebSub hub that is told of changes, which feeds name. */
    Optional<String> hub();

    /**
     * Where people read what is published: an address with names in braces for each kind, such as
     * {@code https://example.org/{language}/{slug}}. {@link PageAddresses} knows the kinds and the names. What is left out leads to the
     * API itself. A change holds at once, for what is published already, too.
     */
    Map<String, String> pages();
}
