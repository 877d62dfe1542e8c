package dev.dateline.search;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.background.ServingProgram;
import dev.dateline.change.Changed;
import dev.dateline.entitlement.CurrentEntitlement;
import dev.dateline.http.Parameters;
import dev.dateline.live.LiveCacheGroups;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.tag.TagCacheGroups;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this node's index as the database is. Told of each change, it reads anew what was touched. When it starts, and when
 * nobody can say what was touched, it compares a stamp of each article, there and here: so an index that is old, half
 * written or of another history mends itself.
 */
@Singleton
class SearchIndexer {

    private static final Logger LOG = Logger.getLogger(SearchIndexer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** An article is found so soon after it was published, or its search waits. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    /** At most so many articles are read at a time; fewer after one that took too long. */
    private static final int BATCH = 200;

    private static final String ARTICLE = "article:";

    private final SearchTextRepository texts;
    private final CurrentEntitlement entitlements;
    private final SearchFolder folder;
    private final Duration startWait;
    private final BackgroundLoop loop = new BackgroundLoop("search-indexer", PAUSE, this::step);
    private volatile boolean isStarted;
    private final Object monitor = new Object();
    private final Map<UUID, Long> touched = new HashMap<>();
    private final Map<UUID, Long> atWork = new HashMap<>();
    private boolean mustCompare = true;
    private boolean isSure;
    private boolean isFailing;
    private long told;
    private long done;
    private int batch = BATCH;
    private OpenMode mode = OpenMode.CREATE_OR_APPEND;
    private @Nullable SearchIndex index;
    private @Nullable IndexComparison comparison;

    SearchIndexer(SearchTextRepository texts, SearchConfig config, CurrentEntitlement entitlements) {
        this.texts = texts;
        this.entitlements = entitlements;
        this.folder = new SearchFolder(config.folder());
        this.startWait = config.startWait();
    }

    /**
     * Not in a program that serves nobody, as an import from the command line. After the listener of changes, so that none falls
     * between it and the comparison; and a node serves, if that is soon enough, when its first search can be answered.
     */
    void start(@Observes @Priority(3000) StartupEvent event) throws InterruptedException {
        if (ServingProgram.isThis()) {
            isStarted = true;
            loop.start();
            awaitFirstComparison();
        }
    }

    private void awaitFirstComparison() throws InterruptedException {
        long until = System.nanoTime() + startWait.toNanos();
        synchronized (monitor) {
            long left = startWait.toNanos();
            while (!isSure && !isFailing && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(monitor, left);
                left = until - System.nanoTime();
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws IOException {
        loop.finish(LAST_STEP);
        SearchIndex open;
        synchronized (monitor) {
            open = index;
            index = null;
            isSure = false;
        }
        if (open != null) {
            open.close();
        }
    }

    /** Told before the cache is: an answer that is begun after the change must wait for it. */
    void changed(@Observes @Priority(1) Changed changed) {
        List<UUID> articles = changed.groups().stream()
                .flatMap(group -> group.startsWith(ARTICLE)
                        ? Stream.of(group.substring(ARTICLE.length()))
                        : LiveCacheGroups.pageOf(group))
                .flatMap(Parameters::uuids)
                .distinct()
                .toList();
        boolean hasNewLooks = changed.groups().contains(TagCacheGroups.LOOKS);
        if (!isStarted || (articles.isEmpty() && !hasNewLooks && !changed.everything())) {
            return;
        }
        synchronized (monitor) {
            told++;
            mustCompare |= changed.everything() || hasNewLooks;
            isSure &= !changed.everything();
            articles.forEach(id -> touched.putIfAbsent(id, told));
        }
        loop.wake();
    }

    /**
     * The index with all that this node has been told until now, or what there is when that takes longer.
     *
     * @throws Problem {@code unavailable} while it is not known which articles in it are public
     */
    IndexState caughtUp() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        synchronized (monitor) {
            long wanted = told;
            long left = PATIENCE.toNanos();
            while (isSure && !isFailing && done < wanted && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(monitor, left);
                left = until - System.nanoTime();
            }
            if (index == null || !isSure) {
                throw new Problem(ProblemType.UNAVAILABLE, "The search index is being made. Try again soon.");
            }
            Set<UUID> outdated = Stream.of(touched, atWork)
                    .flatMap(ids -> ids.entrySet().stream())
                    .filter(id -> id.getValue() <= wanted)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            return new IndexState(
                    index, outdated, entitlements.get(), done >= wanted && !mustCompare && comparison == null);
        }
    }

    /** Whether it cannot do its work just now; then it tries again every second. */
    boolean isFailing() {
        synchronized (monitor) {
            return isFailing;
        }
    }

    /** Reads anew what has been touched, and goes on with the comparison if there is one. */
    private Duration step() throws IOException {
        SearchIndex open = opened();
        List<UUID> ids = new ArrayList<>();
        IndexComparison running;
        long until;
        boolean isAsked;
        synchronized (monitor) {
            touched.forEach((id, at) -> atWork.merge(id, at, Math::min));
            touched.clear();
            ids.addAll(atWork.keySet());
            if (mustCompare && comparison == null) {
                comparison = new IndexComparison(texts, open);
                mustCompare = false;
            }
            running = comparison;
            until = told;
            isAsked = isSure;
        }
        try {
            if (running != null) {
                ids.addAll(running.next());
            }
            update(open, ids);
            boolean isOver = running != null && running.isOver();
            if (isAsked || isOver) {
                open.refresh(); // many at once make fewer and larger segments
            }
            if (running != null && isOver) {
                open.commit();
                LOG.infof("The search index is as the database; %d articles were read anew", running.found());
            }
        } catch (IOException | RuntimeException e) {
            failed(open, e);
            throw e;
        }
        return done(until, running);
    }

    private SearchIndex opened() throws IOException {
        SearchIndex open;
        synchronized (monitor) {
            open = index;
        }
        if (open == null) {
            open = folder.open(mode);
            synchronized (monitor) {
                index = open;
            }
        }
        return open;
    }

    /** A comparison begins again; an index that cannot be read or written any more is opened again. */
    private void failed(SearchIndex open, Exception failure) throws IOException {
        boolean isLost = failure instanceof IOException || !open.isOpen();
        synchronized (monitor) {
            isFailing = true;
            batch = Math.max(1, batch / 2);
            mustCompare |= comparison != null || isLost;
            comparison = null;
            if (isLost) {
                index = null;
                isSure = false;
                mode = failure instanceof CorruptIndexException ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND;
            }
            monitor.notifyAll();
        }
        if (isLost) {
            open.abandon();
        }
    }

    private Duration done(long until, @Nullable IndexComparison running) {
        synchronized (monitor) {
            atWork.clear();
            done = until;
            isFailing = false;
            batch = running == null
                    ? Math.min(BATCH, batch * 2)
                    : batch; // a comparison would fail at the same place again
            if (running == null || running.isOver()) {
                comparison = null;
                isSure |= !mustCompare;
            }
            monitor.notifyAll();
            return told > until || comparison != null || mustCompare ? Duration.ZERO : PAUSE;
        }
    }

    private void update(SearchIndex open, List<UUID> ids) throws IOException {
        int size = batch;
        for (int from = 0; from < ids.size(); from += size) {
            List<UUID> some = ids.subList(from, Math.min(ids.size(), from + size));
            Set<UUID> gone = new HashSet<>(some);
            for (SearchText article : texts.texts(some)) {
                put(open, article);
                gone.remove(article.id());
            }
            for (UUID id : gone) {
                open.remove(id);
            }
        }
    }

    /** One that cannot be read is not found; the others must be. */
    private static void put(SearchIndex open, SearchText article) throws IOException {
        try {
            open.put(article);
        } catch (IllegalArgumentException | ArithmeticException e) {
            LOG.errorf(e, "The article %s cannot be searched", article.id());
            open.remove(article.id());
        }
    }
}
