package dev.dateline.editorial.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who must have seen what goes out. */
@ConfigMapping(prefix = "dateline.publishing")
public interface PublishingConfig {

    /** Whether only an approved revision may be published or scheduled. Admins are bound by it too. */
    @WithDefault("false")
    boolean approvalRequired();
}
