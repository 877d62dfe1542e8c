package dev.dateline.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How webhooks are told. */
@ConfigMapping(prefix = "dateline.webhooks")
public interface WebhooksConfig {

    /** What messages name as their {@code source}: tells one installation from another, for example {@code https://news.example/v1/changes}. */
    @WithDefault("/v1/changes")
    String source();

    /** How long a receiver may take to answer. */
    @WithDefault("15s")
    Duration timeout();

    /** How long to wait after the first failure, after the second, and so on; after the last one it is tried no more. A tenth more or less. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> retries();

    /** A receiver that has failed for so long, and never succeeded meanwhile, is asked no more until somebody says so. */
    @WithDefault("24h")
    Duration pauseAfter();

    /** How long it is kept what was delivered, and how that went. */
    @WithDefault("30d")
    Duration keep();

    /** How many requests to one receiver are under way at a time. */
    @WithDefault("4")
    int mostAtOnce();
}
