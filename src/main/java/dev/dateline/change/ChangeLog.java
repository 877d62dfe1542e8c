package dev.dateline.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Notes what a transaction changes of what is public. The notes are written with the transaction, wake the other nodes
 * when it commits, and are told on this one before its writer gets an answer.
 */
@ApplicationScoped
public class ChangeLog {

    private final ChangeRepository changes;
    private final TransactionSynchronizationRegistry transaction;
    private final Event<Changed> committed;

    ChangeLog(ChangeRepository changes, TransactionSynchronizationRegistry transaction, Event<Changed> committed) {
        this.changes = changes;
        this.transaction = transaction;
        this.committed = committed;
    }

    /** Must be called inside the transaction that changes it. What a transaction does to one thing is one change. */
    public void note(Change change) {
        notes().changes.merge(change.target(), change, Change::followedBy);
    }

    private Notes notes() {
        Notes notes = (Notes) transaction.getResource(ChangeLog.class);
        if (notes == null) {
            notes = new Notes();
            transaction.putResource(ChangeLog.class, notes);
            transaction.registerInterposedSynchronization(notes);
        }
        return notes;
    }

    private final class Notes implements Synchronization {

        private final Map<UUID, Change> changes = new LinkedHashMap<>();

        @Override
        public void beforeCompletion() {
            ChangeLog.this.changes.append(List.copyOf(changes.values()));
        }

        /** Whatever came of it: when the connection breaks in a commit, nobody knows, and telling too much is safe. */
        @Override
        public void afterCompletion(int status) {
            committed.fire(Changed.here(Change.groups(List.copyOf(changes.values()))));
        }
    }
}
