package dev.dateline.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings of imports. */
@ConfigMapping(prefix = "dateline.import")
interface ImportConfig {

    /** Where uploads are until they are imported. Only the program's own account can read it. */
    @WithDefault("${dateline.database.data-dir:dateline-data}/imports")
    Path folder();
}
