package dev.dateline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.cache.Answer;
import dev.dateline.cache.CacheGroupVersions;
import dev.dateline.cache.CacheStatus;
import dev.dateline.cache.CacheTestObjects;
import dev.dateline.cache.DirectMemoryBudget;
import dev.dateline.cache.FinishedAnswer;
import dev.dateline.cache.ResponseCache;
import dev.dateline.json.JsonText;
import dev.dateline.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of a cold read, without a server: who gets which answer when readers leave, data changes or things break. */
class CollapsedReadsTest {

    private static final String KEY = "/v1/articles/a";
    private static final String GROUP = "article:a";
    private static final long BUDGET = 8_000_000;

    private final AtomicBoolean databaseAnswers = new AtomicBoolean(true);
    private final AtomicLong memoryUsed = new AtomicLong();
    private final DirectMemoryBudget memory = new DirectMemoryBudget(BUDGET, memoryUsed::get);
    private final CacheGroupVersions versions = CacheTestObjects.versions();
    private final ResponseCache cache = CacheTestObjects.cache(memory);
    private final ReadLimiter limiter = new ReadLimiter(1, 2, Duration.ofSeconds(30), databaseAnswers::get);
    private final CollapsedReads reads = new CollapsedReads(
            cache, versions, CacheTestObjects.policy(), memory, kind -> limiter, json -> json, databaseAnswers::get);
    private final AtomicInteger computed = new AtomicInteger();
    private final CountDownLatch mayFinish = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        mayFinish.countDown();
    }

    /** A reader who notes what they are told. */
    private class Client implements Reader {

        @Override
        public boolean isAhead() {
            return false;
        }

        final List<String> told = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch begun = new CountDownLatch(1);
        volatile boolean gone;
        boolean needsDatabase = true;
        final long version = versions.now();
        final long since = System.nanoTime();

        Client ask() {
            return ask(KEY);
        }

        Client ask(String key) {
            reads.read(key, this, key == null ? CacheStatus.BYPASS : CacheStatus.MISS);
            return this;
        }

        /** What the resource does for the one who asked first. */
        CollapsedRead.State work(CollapsedRead read) throws InterruptedException {
            mayFinish.await(20, TimeUnit.SECONDS);
            reads.sent(reads.finish(read, this, answer("{\"n\":" + computed.incrementAndGet() + "}"), read.key()));
            told.add("computed " + read.cacheStatus());
            return CollapsedRead.State.DONE;
        }

        @Override
        public CollapsedRead.State compute(CollapsedRead read) {
            begun.countDown();
            try {
                return work(read);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } catch (Problem refused) {
                told.add("refused " + refused.details().detail());
                return CollapsedRead.State.FAILED;
            }
        }

        @Override
        public long since() {
            return since;
        }

        @Override
        public long version() {
            return version;
        }

        @Override
        public boolean needsDatabase() {
            return needsDatabase;
        }

        @Override
        public ColdReadKind kind() {
            return ColdReadKind.SHORT;
        }

        @Override
        public boolean hasLeft() {
            return gone;
        }

        @Override
        public long bytesOf(FinishedAnswer answer) {
            return 1_000;
        }

        @Override
        public boolean send(FinishedAnswer answer, CacheStatus status) {
            told.add("sent " + status);
            return true;
        }

        @Override
        public void refuse(String reason) {
            told.add("refused " + reason);
        }

        @Override
        public void run(Runnable task) {
            task.run();
        }

        void isTold(String what) {
            await().dontCatchUncaughtExceptions()
                    .untilAsserted(() -> assertThat(told).contains(what));
        }
    }

    private static Answer answer(String json) {
        return Answer.of(JsonText.ofJson(json)).dependsOn(GROUP);
    }

    private Client working() throws InterruptedException {
        Client client = new Client().ask();
        assertThat(client.begun.await(10, TimeUnit.SECONDS)).isTrue();
        return client;
    }

    @Test
    void thoseWhoAskTheSameShareOneComputation() throws InterruptedException {
        Client first = working();
        Client second = new Client().ask();
        Client third = new Client().ask();
        mayFinish.countDown();
        first.isTold("computed MISS");
        second.isTold("sent COLLAPSED");
        third.isTold("sent COLLAPSED");
        assertThat(computed).hasValue(1);
        assertThat(cache.find(KEY)).isNotNull();
    }

    @Test
    void aFollowerWhoAskedAfterAChangeGetsANewerAnswer() throws InterruptedException {
        Client first = working();
        CacheTestObjects.touch(versions, GROUP);
        Client late = new Client().ask();
        mayFinish.countDown();
        first.isTold("computed MISS");
        late.isTold("computed OUTDATED");
        assertThat(computed).hasValue(2);
    }

    @Test
    void aFollowerWhoAskedBeforeAChangeMayGetWhatWasBegunBeforeIt() throws InterruptedException {
        working();
        Client early = new Client().ask();
        CacheTestObjects.touch(versions, GROUP);
        mayFinish.countDown();
        early.isTold("sent COLLAPSED");
        assertThat(computed).hasValue(1);
    }

    @Test
    void whenTheFirstLeavesInTheQueueAFollowerTakesTheirPlace() throws InterruptedException {
        Client busy = new Client().ask("/v1/articles/other");
        busy.begun.await();
        Client first = new Client().ask();
        Client second = new Client().ask();
        first.gone = true;
        limiter.giveUpHopeless();
        mayFinish.countDown();
        second.isTold("computed OUTDATED");
        assertThat(first.told).isEmpty();
    }

    @Test
    void whenTheFirstLeavesDuringTheWorkTheOthersStillGetTheAnswer() throws InterruptedException {
        Client first = working();
        Client second = new Client().ask();
        first.gone = true;
        mayFinish.countDown();
        second.isTold("sent COLLAPSED");
        assertThat(computed).hasValue(1);
    }

    @Test
    void oneTooManyIsRefusedAtOnce() throws InterruptedException {
        working();
        new Client().ask("/v1/articles/b");
        new Client().ask("/v1/articles/c");
        assertThat(limiter.waiting()).isEqualTo(2);
        Client tooMany = new Client().ask("/v1/articles/d");
        assertThat(tooMany.told).containsExactly("refused " + CollapsedReads.BUSY);
    }

    @Test
    void theNextQuestionAfterARefusalIsComputedAgain() throws InterruptedException {
        working();
        new Client().ask("/v1/articles/b");
        new Client().ask("/v1/articles/c");
        new Client().ask("/v1/articles/d");
        mayFinish.countDown();
        await().until(() -> limiter.waiting() == 0);
        new Client().ask("/v1/articles/d").isTold("computed MISS");
    }

    @Test
    void thoseWhoWaitAreRefusedWhenTheDatabaseIsLost() throws InterruptedException {
        working();
        Client waiting = new Client().ask("/v1/articles/b");
        Client follower = new Client().ask("/v1/articles/b");
        databaseAnswers.set(false);
        limiter.giveUpHopeless();
        waiting.isTold("refused " + CollapsedReads.DATABASE_AWAY);
        follower.isTold("refused " + CollapsedReads.BROKEN);
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void aTurnThatComesWhenTheDatabaseIsLostComputesNothing() {
        databaseAnswers.set(false);
        new Client().ask().isTold("refused " + CollapsedReads.DATABASE_AWAY);
        assertThat(computed).hasValue(0);
    }

    @Test
    void whatNeedsNoDatabaseIsComputedWithoutIt() throws InterruptedException {
        working();
        Client waiting = new Client();
        waiting.needsDatabase = false;
        waiting.ask("/v1/search");
        databaseAnswers.set(false);
        limiter.giveUpHopeless();
        mayFinish.countDown();
        waiting.isTold("computed MISS");
    }

    @Test
    void anAnswerThatWasBegunIsFinishedAlthoughTheDatabaseIsLost() throws InterruptedException {
        Client first = working();
        databaseAnswers.set(false);
        limiter.giveUpHopeless();
        mayFinish.countDown();
        first.isTold("computed MISS");
    }

    @Test
    void thoseWhoWaitTooLongAreRefused() throws InterruptedException {
        ReadLimiter impatient = new ReadLimiter(1, 2, Duration.ZERO, databaseAnswers::get);
        List<String> ends = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        impatient.submit(new TestTurn(new Client(), begun::countDown, ends));
        begun.await();
        impatient.submit(new TestTurn(new Client(), () -> ends.add("ran"), ends));
        impatient.giveUpHopeless();
        assertThat(ends).containsExactly("given up");
    }

    private final class TestTurn implements ReadLimiter.Turn {

        private final Reader reader;
        private final Runnable work;
        private final List<String> ends;

        TestTurn(Reader reader, Runnable work, List<String> ends) {
            this.reader = reader;
            this.work = work;
            this.ends = ends;
        }

        @Override
        public Reader reader() {
            return reader;
        }

        @Override
        public void giveUp() {
            ends.add("given up");
        }

        @Override
        public void run() {
            work.run();
            try {
                mayFinish.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void withoutMemoryToSendItTheAnswerIsRefused() {
        memoryUsed.set(BUDGET * 7 / 8);
        mayFinish.countDown();
        new Client().ask().isTold("refused " + DirectMemoryBudget.FULL);
        assertThat(cache.find(KEY)).isNull();
    }

    @Test
    void whileMemoryIsShortAnAnswerIsSentButNotKept() {
        memoryUsed.set(BUDGET * 6 / 8 + 1);
        mayFinish.countDown();
        new Client().ask().isTold("computed UNKEPT");
        assertThat(cache.find(KEY)).isNull();
    }

    @Test
    void memoryThatWasClaimedIsGivenBack() {
        mayFinish.countDown();
        for (int i = 0; i < 20_000; i++) {
            memory.claim(1_000);
            memory.release(1_000);
        }
        Client client = new Client().ask();
        client.isTold("computed MISS");
        await().untilAsserted(() -> assertThat(memory.claim(BUDGET * 6 / 8)).isTrue());
    }

    @Test
    void followersOfWhatIsNoSharedAnswerAskForThemselves() throws InterruptedException {
        Client refused = new Client() {
            @Override
            CollapsedRead.State work(CollapsedRead read) throws InterruptedException {
                mayFinish.await(20, TimeUnit.SECONDS);
                told.add("a 400");
                return CollapsedRead.State.DONE;
            }
        };
        refused.ask();
        refused.begun.await();
        Client follower = new Client().ask();
        mayFinish.countDown();
        refused.isTold("a 400");
        follower.isTold("computed BYPASS");
    }

    @Test
    void followersOfAFailureAreTold() throws InterruptedException {
        Client unlucky = new Client() {
            @Override
            CollapsedRead.State work(CollapsedRead read) throws InterruptedException {
                mayFinish.await(20, TimeUnit.SECONDS);
                throw new IllegalStateException("broken");
            }
        };
        unlucky.ask();
        unlucky.begun.await();
        Client follower = new Client().ask();
        mayFinish.countDown();
        follower.isTold("refused " + CollapsedReads.BROKEN);
        new Client().ask().isTold("computed MISS");
    }

    @Test
    void aReadEndsOnce() {
        CollapsedRead read = new CollapsedRead(KEY, CacheStatus.MISS);
        assertThat(read.join(() -> {})).isTrue();
        assertThat(read.end(CollapsedRead.State.FAILED)).hasSize(1);
        assertThat(read.end(CollapsedRead.State.DONE)).isEmpty();
        assertThat(read.state()).isEqualTo(CollapsedRead.State.FAILED);
        assertThat(read.join(() -> {})).isFalse();
    }

    @Test
    void claimingWhatThereIsNotTakesNothing() {
        memoryUsed.set(BUDGET);
        assertThat(memory.claim(10)).isFalse();
        assertThat(memory.claim(0)).isTrue();
        memoryUsed.set(0);
        assertThat(memory.claim(BUDGET * 6 / 8)).isTrue();
        assertThatThrownBy(() -> reads.finish(
                        new CollapsedRead(null, CacheStatus.BYPASS),
                        new Client() {
                            @Override
                            public long bytesOf(FinishedAnswer answer) {
                                return BUDGET;
                            }
                        },
                        answer("{}"),
                        null))
                .isInstanceOf(Problem.class);
    }
}
