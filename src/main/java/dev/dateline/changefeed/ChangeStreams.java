package dev.dateline.changefeed;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.change.Change;
import dev.dateline.change.ChangePosition;
import dev.dateline.change.Changed;
import dev.dateline.change.ChangesConfig;
import dev.dateline.change.LoggedChange;
import dev.dateline.content.ContentKind;
import dev.dateline.entitlement.CurrentEntitlement;
import dev.dateline.entitlement.Entitlement;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.published.BodyFormat;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All open streams of this node. What the log says is told on a thread of its own, after this node's memory is outdated: who is
 * told and asks again gets what is new.
 */
@Singleton
class ChangeStreams {

    private static final Logger LOG = Logger.getLogger(ChangeStreams.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);
    private static final int LATE = 5_000;

    /** So many are told at once. */
    private static final int PART = 100;

    /** More than this waits only when something is broken; then clients come again where they were. */
    private static final int MOST_WAITING = 10_000;

    /** Over this time clients that must come again are sent away, so that they do not come together. */
    private static final Duration SPREAD = Duration.ofSeconds(10);

    private final Changes changes;
    private final ChangeHistoryRepository history;
    private final CurrentEntitlement entitlements;
    private final ChangesConfig config;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong merges = new AtomicLong();
    private final Map<ChangeSubscriber, ChangeInterest> listening = new ConcurrentHashMap<>();
    private final BlockingQueue<LoggedChange> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final BackgroundLoop loop = new BackgroundLoop("change-streams", PAUSE_AFTER_FAILURE, this::tell);
    private volatile boolean isStopping;
    private long heartbeatAt = System.nanoTime();
    private volatile @Nullable ChangePosition reached;

    ChangeStreams(
            Changes changes, ChangeHistoryRepository history, CurrentEntitlement entitlements, ChangesConfig config) {
        this.changes = changes;
        this.history = history;
        this.entitlements = entitlements;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    /** A stop waits for open requests, and streams would never end by themselves. */
    void stopStreams(@Observes ShutdownDelayInitiatedEvent event) {
        isStopping = true;
        listening.keySet().forEach(subscriber -> subscriber.end(Duration.ZERO));
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    void changed(@Observes @Priority(LATE) Changed changed) {
        if (changed.logged().stream().anyMatch(ChangeStreams::isMerge)) {
            merges.incrementAndGet();
        }
        if (listening.isEmpty()) {
            return;
        }
        if (changed.everything() || !offer(changed.logged())) {
            endAll();
        }
        loop.wake();
    }

    /** What is not offered must not be followed by what is: a client would take it for told. */
    private boolean offer(List<LoggedChange> logged) {
        for (LoggedChange one : logged) {
            if (!waiting.offer(one)) {
                return false;
            }
        }
        return true;
    }

    private void endAll() {
        listening.keySet().forEach(ChangeStreams::sendAway);
        waiting.clear();
    }

    private static void sendAway(ChangeSubscriber subscriber) {
        subscriber.end(Duration.ofMillis(ThreadLocalRandom.current().nextLong(SPREAD.toMillis())));
    }

    /** @throws Problem {@code unavailable} when this node holds as many as it may, or stops */
    void enter() {
        if (isStopping) {
            throw new Problem(ProblemType.UNAVAILABLE, "This node stops. Connect again.");
        }
        if (open.incrementAndGet() > config.mostStreams()) {
            open.decrementAndGet();
            throw new Problem(
                    ProblemType.UNAVAILABLE, "This node holds as many streams as it may. Ask /v1/changes meanwhile.");
        }
    }

    void leave(ChangeSubscriber subscriber) {
        open.decrementAndGet();
        listening.remove(subscriber);
    }

    /** How many merges of tags, or some together, this node has heard of. */
    long merges() {
        return merges.get();
    }

    /**
     * Which tags lead to those that a client follows is read when it comes.
     *
     * @throws IllegalStateException when some have been merged since
     */
    void requireSameTags(ChangeSubscriber subscriber, ChangeInterest interest) {
        if (interest.byTag() && subscriber.merges() != merges()) {
            throw new IllegalStateException("Tags were merged since the client came");
        }
    }

    void listen(ChangeSubscriber subscriber, ChangeInterest interest) {
        listening.put(subscriber, interest);
        if (subscriber.isGone()) {
            listening.remove(subscriber);
        } else if (isStopping) {
            subscriber.end(Duration.ZERO);
        }
    }

    private Duration tell() {
        List<LoggedChange> logged = new ArrayList<>();
        waiting.drainTo(logged, PART);
        try {
            tellAll(logged);
        } catch (RuntimeException | Error e) {
            endAll(); // they come again, from what they were told
            throw e;
        }
        beat();
        return waiting.isEmpty() ? HEARTBEAT : Duration.ZERO;
    }

    /** What comes after a merge is told by the tags as they are then. */
    private void tellAll(List<LoggedChange> logged) {
        int from = 0;
        for (int to = 1; to <= logged.size(); to++) {
            boolean isMerge = isMerge(logged.get(to - 1));
            if (isMerge || to == logged.size()) {
                tell(logged.subList(from, to));
                reached = logged.get(to - 1).position();
                from = to;
            }
            if (isMerge) {
                endThoseByTag();
            }
        }
    }

    private static boolean isMerge(LoggedChange logged) {
        return logged.change().kind().equals(ContentKind.TAG) && logged.change().reason() == Change.Reason.MERGED;
    }

    private void endThoseByTag() {
        listening.forEach((subscriber, interest) -> {
            if (interest.byTag()) {
                subscriber.end(Duration.ZERO);
            }
        });
    }

    private record Rendering(
            ChangeParameters.View view,
            BodyFormat body,
            @Nullable Entitlement entitlement) {}

    /** Those who get articles in the same way are told together, and what fails for them fails for no others. */
    private void tell(List<LoggedChange> logged) {
        Map<Rendering, List<Map.Entry<ChangeSubscriber, ChangeInterest>>> alike = listening.entrySet().stream()
                .filter(listener -> logged.stream().anyMatch(listener.getValue()::wants))
                .collect(Collectors.groupingBy(listener -> new Rendering(
                        listener.getValue().detail().view(),
                        listener.getValue().detail().body(),
                        listener.getValue().entitlement())));
        alike.forEach((rendering, listeners) -> {
            try {
                entitlements.reading(rendering.entitlement(), () -> tell(logged, listeners));
            } catch (RuntimeException e) {
                LOG.warnf("Streams end, because what changed could not be read: %s", e.getMessage());
                LOG.debug("Streams end", e);
                listeners.forEach(listener -> sendAway(listener.getKey()));
            }
        });
    }

    /** What is told is written once for all who want to know the same of it. */
    private void tell(List<LoggedChange> logged, List<Map.Entry<ChangeSubscriber, ChangeInterest>> listeners) {
        List<LoggedChange> wanted = logged.stream()
                .filter(one -> listeners.stream()
                        .anyMatch(listener -> listener.getValue().wants(one)))
                .toList();
        ChangeInterest first = listeners.get(0).getValue();
        List<LoggedChange> allowed = first.entitlement() == null ? wanted : history.allowed(wanted);
        Changes.AllTold part = changes.tell(allowed, first.detail());
        tell(part, listeners);
        if (part.count() < allowed.size()) { // they come again, and are told the rest as fast as they take it
            listeners.forEach(listener -> sendAway(listener.getKey()));
        }
    }

    private static void tell(Changes.AllTold part, List<Map.Entry<ChangeSubscriber, ChangeInterest>> listeners) {
        Map<ChangeParameters.Detail, Map<Changes.Told, ChangeSubscriber.Message>> written = new HashMap<>();
        listeners.forEach(listener -> {
            ChangeInterest interest = listener.getValue();
            Map<Changes.Told, ChangeSubscriber.Message> messages =
                    written.computeIfAbsent(interest.detail(), detail -> new HashMap<>());
            part.changes().stream()
                    .filter(one -> interest.wants(one.logged()))
                    .map(one -> messages.computeIfAbsent(
                            one, change -> ChangeSubscriber.Message.of(change, interest.detail())))
                    .forEach(listener.getKey()::tell);
        });
    }

    private void beat() {
        long now = System.nanoTime();
        if (now - heartbeatAt >= HEARTBEAT.toNanos()) {
            heartbeatAt = now;
            ChangePosition here = reached;
            Buffer place = here == null ? ServerSentEvent.HEARTBEAT : ServerSentEvent.place(here);
            listening.keySet().forEach(subscriber -> {
                if (subscriber.isOver(now)) {
                    sendAway(subscriber);
                } else {
                    subscriber.beat(here, place);
                }
            });
        }
    }
}
