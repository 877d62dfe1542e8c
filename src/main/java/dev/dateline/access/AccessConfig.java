package dev.dateline.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** Who may read and write. */
@ConfigMapping(prefix = "dateline.access")
public interface AccessConfig {

    /** {@code public}: anyone may read delivery. {@code key}: readers need a key or token of at least the role reader. */
    @WithDefault("public")
    Delivery delivery();

    /** Who may read delivery. */
    enum Delivery {
        PUBLIC,
        KEY
    }

    /**
     * So many wrong keys may come from one client in a minute; the allowance fills up evenly. Then it gets 429, but for the
     * configured admin key and keys that were good in the last quarter of an hour. A client is an IPv4 address or an IPv6 /64 network.
     */
    @WithDefault("100")
    @Min(1)
    int wrongKeysPerMinute();

    /**
     * A key with the role admin that is valid as long as it stands here: at least 24 characters. Without it the first
     * start makes an admin key and prints it once.
     */
    Optional<@Size(min = 24, message = "must be at least 24 characters long") String> adminKey();
}
