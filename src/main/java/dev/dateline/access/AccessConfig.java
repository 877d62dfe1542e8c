package dev.dateline.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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
     * A key with the role admin that is valid as long as it stands here: at least 24 characters. Without it the first
     * start makes an admin key and prints it once.
     */
    Optional<@Size(min = 24, message = "must be at least 24 characters long") String> adminKey();
}
