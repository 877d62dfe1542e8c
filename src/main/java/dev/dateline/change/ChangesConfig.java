package dev.dateline.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long changes are kept for those who follow them. */
@ConfigMapping(prefix = "dateline.changes")
public interface ChangesConfig {

    /** How long every change is kept. Afterwards only the last one of each thing is, so that one can start from it. */
    @WithDefault("30d")
    Duration keep();

    /** How many streams a node holds open at a time; further ones get 503. Keep it below {@code quarkus.http.limits.max-connections}. */
    @WithDefault("5000")
    int mostStreams();

    /** After this time a stream ends, and its client comes again where it was. One that was opened with a key ends after five minutes at most: so a key that was revoked reads no longer. */
    @WithDefault("1h")
    Duration streamDuration();
}
