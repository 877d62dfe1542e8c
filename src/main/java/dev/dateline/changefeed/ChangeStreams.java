package dev.dateline.changefeed;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.change.Changed;
import dev.dateline.change.ChangesConfig;
import dev.dateline.change.LoggedChange;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/**
 * All open streams of this node. What the log says is told on a thread of its own, after this node's memory is outdated: who is
 * told and asks again gets what is new.
 */
@Singleton
class ChangeStreams {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);
    private static final int LATE = 5_000;

    /** More than this waits only when something is broken; then clients come again where they were. */
    private static final int MOST_WAITING = 10_000;

    private final Changes changes;
    private final ChangesConfig config;
    private final Set<ChangeSubscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<LoggedChange> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final BackgroundLoop loop = new BackgroundLoop("change-streams", PAUSE_AFTER_FAILURE, this::tell);
    private long heartbeatAt = System.nanoTime();

    ChangeStreams(Changes changes, ChangesConfig config) {
        this.changes = changes;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        endAll();
        loop.stop();
    }

    void changed(@Observes @Priority(LATE) Changed changed) {
        if (subscribers.isEmpty()) {
            return;
        }
        boolean isMissed = changed.everything();
        for (LoggedChange logged : changed.logged()) {
            isMissed |= !waiting.offer(logged);
        }
        if (isMissed) {
            endAll();
        }
        loop.wake();
    }

    private void endAll() {
        subscribers.forEach(ChangeSubscriber::end);
    }

    /** @throws Problem {@code unavailable} when this node holds as many as it may */
    void requireRoom() {
        if (subscribers.size() >= config.mostStreams()) {
            throw new Problem(
                    ProblemType.UNAVAILABLE, "This node holds as many streams as it may. Ask /v1/changes meanwhile.");
        }
    }

    void add(ChangeSubscriber subscriber) {
        subscribers.add(subscriber);
    }

    void remove(ChangeSubscriber subscriber) {
        subscribers.remove(subscriber);
    }

    private Duration tell() {
        List<LoggedChange> logged = new ArrayList<>();
        waiting.drainTo(logged);
        if (!logged.isEmpty()) {
            try {
                tell(logged);
            } catch (RuntimeException e) {
                endAll(); // they come again where they were
                throw e;
            }
        }
        beat();
        return waiting.isEmpty() ? HEARTBEAT : Duration.ZERO;
    }

    /** What is told is made once for all who want to know the same of the same changes. */
    private void tell(List<LoggedChange> logged) {
        Map<ChangeParameters.Detail, List<ChangeSubscriber>> alike = subscribers.stream()
                .filter(subscriber -> logged.stream().anyMatch(subscriber::wants))
                .collect(Collectors.groupingBy(ChangeSubscriber::detail));
        alike.forEach((detail, listeners) -> {
            Map<Long, ChangeSubscriber.Message> messages = messages(logged, detail);
            for (ChangeSubscriber listener : listeners) {
                logged.stream()
                        .filter(listener::wants)
                        .map(one -> messages.get(one.position().number()))
                        .filter(message -> message != null)
                        .forEach(listener::tell);
            }
        });
    }

    private Map<Long, ChangeSubscriber.Message> messages(List<LoggedChange> logged, ChangeParameters.Detail detail) {
        Map<Long, ChangeSubscriber.Message> messages = new HashMap<>();
        changes.tell(logged, detail).changes().forEach(told -> {
            long number = told.logged().position().number();
            messages.put(
                    number,
                    new ChangeSubscriber.Message(
                            number, ServerSentEvent.of(told.logged().position(), told.json())));
        });
        return messages;
    }

    private void beat() {
        long now = System.nanoTime();
        if (now - heartbeatAt >= HEARTBEAT.toNanos()) {
            heartbeatAt = now;
            for (ChangeSubscriber subscriber : subscribers) {
                if (subscriber.isOver(now)) {
                    subscriber.end();
                } else {
                    subscriber.sendToQuick(ServerSentEvent.HEARTBEAT);
                }
            }
        }
    }
}
