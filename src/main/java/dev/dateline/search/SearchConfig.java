package dev.dateline.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings of search. */
@ConfigMapping(prefix = "dateline.search")
interface SearchConfig {

    /**
     * The folder of this node's index. It may be lost at any time: the index is made again from the database. Nodes must not share
     * it; one that finds it taken uses a temporary folder.
     */
    @WithDefault("dateline-search")
    Path folder();
}
