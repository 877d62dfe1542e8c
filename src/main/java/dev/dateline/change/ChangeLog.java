package dev.dateline.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes what a transaction changes of what is public. The notes are written with the transaction, wake the other nodes
 * when it commits, and are told on this one before its writer gets an answer.
 */
@ApplicationScoped
public class ChangeLog {

    private static final Object NOTES = ChangeLog.class;

    private final ChangeRepository changes;
    private final TransactionSynchronizationRegistry transaction;
    private final Event<Changed> committed;

    ChangeLog(ChangeRepository changes, TransactionSynchronizationRegistry transaction, Event<Changed> committed) {
        this.changes = changes;
        this.transaction = transaction;
        this.committed = committed;
    }

    /** Must be called inside the transaction that changes it. */
    public void note(Change change) {
        notes().changes.add(change);
    }

    private Notes notes() {
        Notes notes = (Notes) transaction.getResource(NOTES);
        if (notes == null) {
            notes = new Notes();
            transaction.putResource(NOTES, notes);
            transaction.registerInterposedSynchronization(notes);
        }
        return notes;
    }

    private final class Notes implements Synchronization {

        private final List<Change> changes = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            ChangeLog.this.changes.append(changes);
        }

        /** Whatever came of it: when the connection breaks in a commit, nobody knows, and telling too much is safe. */
        @Override
        public void afterCompletion(int status) {
            committed.fire(Changed.here(Change.groups(changes)));
        }
    }
}
