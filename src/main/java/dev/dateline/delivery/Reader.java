package dev.dateline.delivery;

import dev.dateline.cache.CacheStatus;
import dev.dateline.cache.FinishedAnswer;

/** Somebody who waits for an answer. {@link HttpReader} is one; the tests of {@link CollapsedReads} have others. */
interface Reader {

    /** When they asked, by {@link System#nanoTime}. */
    long since();

    /** What the clock of the cache groups showed when they asked. */
    long version();

    /** Whether what they ask for cannot be answered without it. */
    boolean needsDatabase();

    /** What it takes to answer them. */
    ColdReadKind kind();

    /** Whether nobody is there yet, and it is read for those to come. */
    boolean isAhead();

    /** Whether they have hung up. */
    boolean hasLeft();

    /** Has the answer computed for them, and waits for it; says how that ended, unless the read knows already. */
    CollapsedRead.State compute(CollapsedRead read);

    /** How many bytes of an answer they would be sent. */
    long bytesOf(FinishedAnswer answer);

    /** Sends them an answer that was computed for others; false when the cache has let go of it. */
    boolean send(FinishedAnswer answer, CacheStatus status);

    /** Tells them to try again later, and why. */
    void refuse(String reason);

    /** Runs what is to be done for them where that is allowed. */
    void run(Runnable task);
}
