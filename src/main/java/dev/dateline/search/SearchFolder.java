package dev.dateline.search;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;

/** Where the index lies. It can always be made anew, so nothing that is wrong with the folder stops a node. */
record SearchFolder(Path path) {

    private static final Logger LOG = Logger.getLogger(SearchFolder.class);

    SearchIndex open(OpenMode mode) throws IOException {
        try {
            return new SearchIndex(path, mode);
        } catch (LockObtainFailedException | FileSystemException e) {
            Path own = Files.createTempDirectory("dateline-search");
            LOG.warnf("The folder of the search index cannot be used (%s); it is made in %s", e.getMessage(), own);
            return new SearchIndex(own, OpenMode.CREATE);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("The search index cannot be read (%s); it is made anew", e.getMessage());
            return new SearchIndex(path, OpenMode.CREATE);
        }
    }
}
