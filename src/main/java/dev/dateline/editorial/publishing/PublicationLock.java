package dev.dateline.editorial.publishing;

import dev.dateline.editorial.AdvisoryLockRepository;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets one transaction at a time change what is public, on all nodes; only new articles that name no other go side by
 * side. So two publications never miss each other (two translations that go out at once each name the other), and what is
 * public has one history. What a rule finds for a list goes beside it, under the lock of that list's row ({@link
 * StoryListFiller}): it changes nothing that a publication reads.
 *
 * <p>Trap: whoever also locks tags or many working copies enters before locking those, or two such transactions could
 * wait for each other.
 */
@ApplicationScoped
public class PublicationLock {

    private static final String NAME = "publishing";

    private final AdvisoryLockRepository locks;

    PublicationLock(AdvisoryLockRepository locks) {
        this.locks = locks;
    }

    /** Waits for its turn and keeps it to the end of the transaction. Entering twice is fine. */
    public void enter() {
        locks.lock(NAME);
    }

    /**
     * For what has just been made and names no other article: several such may go through side by side, but not beside
     * one that entered alone.
     */
    public void enterBesideOthers() {
        locks.share(NAME);
    }
}
