package dev.dateline.search;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.change.Changed;
import dev.dateline.http.Parameters;
import dev.dateline.tag.TagCacheGroups;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.LockObtainFailedException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this node's index as the database is. Told of each change, it reads anew what was touched. When it starts, and when
 * nobody can say what was touched, it compares when each article was rendered, there and here: so an index that is old, half
 * written or of another history mends itself.
 */
@Singleton
class SearchIndexer {

    private static final Logger LOG = Logger.getLogger(SearchIndexer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BATCH = 200;
    private static final int COMPARED = 5_000;
    private static final String ARTICLE = "article:";

    private final SearchTextRepository texts;
    private final Path folder;
    private final BackgroundLoop loop = new BackgroundLoop("search-indexer", PAUSE, this::step);
    private final Object monitor = new Object();
    private final Map<UUID, Long> touched = new HashMap<>();
    private boolean isEverythingTouched = true;
    private long told;
    private long done = -1;
    private volatile @Nullable SearchIndex index;

    SearchIndexer(SearchTextRepository texts, SearchConfig config) {
        this.texts = texts;
        this.folder = config.folder();
    }

    /** Not in a program that serves nobody, as an import from the command line. */
    void start(@Observes StartupEvent event) {
        if (ConfigProvider.getConfig()
                .getOptionalValue("quarkus.http.host-enabled", Boolean.class)
                .orElse(true)) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws IOException {
        loop.stop();
        SearchIndex open = index;
        index = null;
        if (open != null) {
            open.close();
        }
    }

    void changed(@Observes Changed changed) {
        synchronized (monitor) {
            told++;
            isEverythingTouched |= changed.everything() || changed.groups().contains(TagCacheGroups.LOOKS);
            changed.groups().stream()
                    .filter(group -> group.startsWith(ARTICLE))
                    .flatMap(group -> Parameters.uuids(group.substring(ARTICLE.length())))
                    .forEach(id -> touched.put(id, told));
        }
        loop.wake();
    }

    /** What has been touched and is not in the index yet: it must not be shown as the index has it. */
    Set<UUID> behind() {
        synchronized (monitor) {
            return Set.copyOf(touched.keySet());
        }
    }

    /**
     * The index with all that this node has been told until now, if that takes no longer than so; null while there is none.
     */
    @Nullable
    SearchIndex caughtUp(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        synchronized (monitor) {
            long wanted = told;
            long left = until - System.nanoTime();
            while (done < wanted && left > 0) {
                monitor.wait(Math.max(1, left / 1_000_000));
                left = until - System.nanoTime();
            }
            return done < 0 ? null : index;
        }
    }

    private Duration step() throws IOException {
        SearchIndex open = index;
        if (open == null) {
            open = open();
            index = open;
        }
        Map<UUID, Long> taken;
        boolean all;
        long until;
        synchronized (monitor) {
            taken = new HashMap<>(touched);
            all = isEverythingTouched;
            until = told;
            isEverythingTouched = false;
        }
        try {
            if (all) {
                compare(open);
            }
            update(open, List.copyOf(taken.keySet()));
            open.refresh();
        } catch (IOException | RuntimeException e) {
            synchronized (monitor) {
                isEverythingTouched |= all;
            }
            throw e;
        }
        synchronized (monitor) {
            taken.forEach(touched::remove);
            done = until;
            monitor.notifyAll();
            return told > until ? Duration.ZERO : PAUSE;
        }
    }

    private SearchIndex open() throws IOException {
        try {
            return new SearchIndex(folder, OpenMode.CREATE_OR_APPEND);
        } catch (LockObtainFailedException | FileSystemException e) {
            Path own = Files.createTempDirectory("dateline-search");
            LOG.warnf("The folder of the search index cannot be used (%s); it is made in %s", e.getMessage(), own);
            return new SearchIndex(own, OpenMode.CREATE);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("The search index cannot be read (%s); it is made anew", e.getMessage());
            return new SearchIndex(folder, OpenMode.CREATE);
        }
    }

    private void compare(SearchIndex open) throws IOException {
        open.refresh();
        Map<UUID, Instant> here = open.rendered();
        Set<UUID> gone = new HashSet<>(here.keySet());
        int count = 0;
        UUID after = new UUID(0, 0);
        Map<UUID, Instant> there = texts.rendered(after, COMPARED);
        while (!there.isEmpty()) {
            List<UUID> other = new ArrayList<>();
            for (Map.Entry<UUID, Instant> article : there.entrySet()) {
                after = article.getKey();
                gone.remove(after);
                if (!article.getValue().equals(here.get(after))) {
                    other.add(after);
                }
            }
            update(open, other);
            count += other.size();
            there = texts.rendered(after, COMPARED);
        }
        for (UUID id : gone) {
            open.remove(id);
        }
        open.commit();
        LOG.debugf("The search index had %d articles to read anew, and %d to forget", count, gone.size());
    }

    private void update(SearchIndex open, List<UUID> ids) throws IOException {
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<UUID> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
            Set<UUID> gone = new HashSet<>(batch);
            for (SearchText article : texts.texts(batch)) {
                open.put(article);
                gone.remove(article.id());
            }
            for (UUID id : gone) {
                open.remove(id);
            }
        }
    }
}
