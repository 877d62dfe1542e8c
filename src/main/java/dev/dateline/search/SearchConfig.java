package dev.dateline.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of search. */
@ConfigMapping(prefix = "dateline.search")
interface SearchConfig {

    /**
     * The folder of this node's index. It may be lost at any time: the index is made again from the database. Nodes must not share
     * it; one that finds it taken uses a temporary folder.
     */
    @WithDefault("dateline-search")
    Path folder();

    /**
     * How long a node that starts waits for its index before it serves. When it is not ready by then, everything else is served and
     * search answers 503 until it is.
     */
    @WithDefault("30s")
    Duration startWait();
}
