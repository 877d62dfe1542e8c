package dev.dateline.delivery;

import dev.dateline.cache.Answer;
import dev.dateline.cache.CacheGroupVersions;
import dev.dateline.cache.CachePolicy;
import dev.dateline.cache.CacheStatus;
import dev.dateline.cache.DirectMemoryBudget;
import dev.dateline.cache.FinishedAnswer;
import dev.dateline.cache.ResponseCache;
import dev.dateline.change.ChangeListener;
import dev.dateline.json.JsonText;
import dev.dateline.media.MediaAddress;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Owns every read of an answer that is not in memory, from the question to its end: once for all who ask the same at the
 * same time, only as many at a time as the database can serve, and only while there is memory to send what comes of it.
 */
@Singleton
class CollapsedReads {

    static final String DATABASE_AWAY = "The database does not answer. Try again soon.";
    static final String BUSY = "More is asked than the database can answer. Try again soon.";
    static final String BROKEN = "The answer could not be computed. Try again soon.";

    private final ResponseCache cache;
    private final CacheGroupVersions versions;
    private final CachePolicy policy;
    private final DirectMemoryBudget memory;
    private final Function<ColdReadKind, ReadLimiter> limiters;
    private final UnaryOperator<JsonText> filling;
    private final BooleanSupplier databaseAnswers;
    private final ConcurrentMap<String, CollapsedRead> running = new ConcurrentHashMap<>();

    @Inject
    CollapsedReads(
            ResponseCache cache,
            CacheGroupVersions versions,
            CachePolicy policy,
            DirectMemoryBudget memory,
            ReadLimiters limiters,
            MediaAddress media,
            ChangeListener changes) {
        this(cache, versions, policy, memory, limiters::of, media::fill, changes::isAttached);
    }

    CollapsedReads(
            ResponseCache cache,
            CacheGroupVersions versions,
            CachePolicy policy,
            DirectMemoryBudget memory,
            Function<ColdReadKind, ReadLimiter> limiters,
            UnaryOperator<JsonText> filling,
            BooleanSupplier databaseAnswers) {
        this.cache = cache;
        this.versions = versions;
        this.policy = policy;
        this.memory = memory;
        this.limiters = limiters;
        this.filling = filling;
        this.databaseAnswers = databaseAnswers;
    }

    /**
     * Reads for somebody, or has them wait for one who asks the same.
     *
     * @param key of the answer in the cache; null when it is not kept
     * @param status what brought them here, for {@code Cache-Status}
     */
    void read(@Nullable String key, Reader reader, CacheStatus status) {
        CollapsedRead read = new CollapsedRead(key, status);
        while (key != null) {
            CollapsedRead other = running.putIfAbsent(key, read);
            if (other == null) {
                break;
            }
            if (other.join(() -> reader.run(() -> follow(other, reader)))) {
                return;
            }
        }
        Turn turn = new Turn(read, reader);
        if (!limiters.apply(reader.kind()).submit(turn)) {
            refuse(turn, BUSY);
        }
    }

    /** A read and the reader who asked first, as they wait for a place at the database. */
    private final class Turn implements ReadLimiter.Turn {

        private final CollapsedRead read;
        private final Reader reader;

        private Turn(CollapsedRead read, Reader reader) {
            this.read = read;
            this.reader = reader;
        }

        @Override
        public Reader reader() {
            return reader;
        }

        @Override
        public void giveUp() {
            if (reader.hasLeft()) {
                end(read, CollapsedRead.State.ABANDONED);
            } else {
                refuse(this, databaseAnswers.getAsBoolean() ? BUSY : DATABASE_AWAY);
            }
        }

        @Override
        public void run() {
            if (reader.hasLeft() || (reader.needsDatabase() && !databaseAnswers.getAsBoolean())) {
                giveUp();
                return;
            }
            read.begin(versions.now());
            CollapsedRead.State end = CollapsedRead.State.FAILED;
            try {
                end = reader.compute(read);
            } finally {
                end(read, end);
            }
        }
    }

    private void refuse(Turn turn, String reason) {
        end(turn.read, CollapsedRead.State.FAILED);
        turn.reader.run(() -> turn.reader.refuse(reason));
    }

    /**
     * Finishes what a resource answered, keeps it, and has it sent to those who follow. The caller sends it to the first
     * reader.
     *
     * @param key under which it is kept; null when it is not
     * @return the bytes of memory that this takes, to be given back by {@link #sent}
     * @throws Problem {@code unavailable} when there is no memory to send it
     */
    long finish(CollapsedRead read, Reader first, Answer result, @Nullable String key) {
        FinishedAnswer finished = FinishedAnswer.of(
                result.file() == null ? result.with(filling.apply(result.json())) : result,
                policy,
                memory,
                read.version());
        long bytes = first.hasLeft() ? 0 : first.bytesOf(finished);
        if (!memory.claim(bytes)) {
            throw new Problem(ProblemType.UNAVAILABLE, DirectMemoryBudget.FULL);
        }
        boolean isHandedOver = false;
        try {
            FinishedAnswer kept = key == null ? null : cache.put(key, finished);
            if (kept != null && !first.isAhead()) {
                kept.ask();
            }
            read.answer(finished, kept);
            end(read, CollapsedRead.State.DONE);
            isHandedOver = true;
            return bytes;
        } finally {
            if (!isHandedOver) { // as when there is no memory to keep it
                memory.release(bytes);
            }
        }
    }

    /** So many bytes are on their way to the first reader, or they have left. */
    void sent(long bytes) {
        memory.release(bytes);
    }

    private void end(CollapsedRead read, CollapsedRead.State how) {
        List<Runnable> followers = read.end(how);
        String key = read.key();
        if (key != null) {
            running.remove(key, read);
        }
        followers.forEach(Runnable::run);
    }

    /** The answer may have been begun before this reader asked: it serves them only when nothing has changed since. */
    private void follow(CollapsedRead read, Reader reader) {
        FinishedAnswer answer = read.answer();
        switch (read.state()) {
            case DONE -> {
                if (answer == null) {
                    read(null, reader, CacheStatus.BYPASS);
                } else if (answer.isMadeAfter(reader.version()) || answer.holds(versions)) {
                    send(read, answer, reader);
                } else {
                    read(read.key(), reader, CacheStatus.OUTDATED);
                }
            }
            case ABANDONED -> read(read.key(), reader, CacheStatus.OUTDATED);
            default -> reader.refuse(BROKEN);
        }
    }

    /** What is not kept takes memory for each who is sent it. */
    private void send(CollapsedRead read, FinishedAnswer answer, Reader reader) {
        FinishedAnswer kept = read.kept();
        if (kept != null && reader.send(kept, CacheStatus.COLLAPSED)) {
            return;
        }
        long bytes = reader.bytesOf(answer);
        if (!memory.claim(bytes)) {
            reader.refuse(DirectMemoryBudget.FULL);
            return;
        }
        try {
            reader.send(answer, CacheStatus.COLLAPSED);
        } finally {
            memory.release(bytes);
        }
    }
}
