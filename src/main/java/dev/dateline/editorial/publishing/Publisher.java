package dev.dateline.editorial.publishing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.editorial.Identifiers;
import dev.dateline.editorial.State;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.http.Fault;
import dev.dateline.http.Problem;
import dev.dateline.http.ProblemType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Publishes and withdraws one kind of thing. In one transaction the working copy and its public copy change together.
 *
 * @param <C> the content
 * @param <E> the working copy
 */
public abstract class Publisher<C, E extends WorkingCopy<C>> {

    private final WorkingCopyService<C, E> copies;
    private final Door door;
    private final ChangeLog changes;
    private final Change.Kind kind;

    protected Publisher(WorkingCopyService<C, E> copies, Door door, ChangeLog changes, Change.Kind kind) {
        this.copies = copies;
        this.door = door;
        this.changes = changes;
        this.kind = kind;
    }

    /** Notes what the content lacks to be public. */
    protected abstract void check(C content, List<Fault> faults);

    /** Whether its public form names nothing whose public form would have to name it, now or later. */
    protected abstract boolean isUnrelated(E copy);

    /** Writes the public copy and says which cache groups that touches. */
    protected abstract Set<String> expose(E copy, boolean first, Instant publishedAt, Instant updatedAt);

    /** Removes the public copy and says which cache groups that touches. */
    protected abstract Set<String> hide(E copy);

    /**
     * Makes the current version public; does nothing when it is already.
     *
     * @param publication carries another time of first publication, for what was published elsewhere before
     */
    @Transactional
    public ObjectNode publish(UUID id, @Nullable String ifMatch, Publication publication) {
        door.enter();
        E copy = copies.locked(id, ifMatch);
        if (copy.publishedAt() == null || copy.hasUnpublishedChanges() || !isRepetition(copy, publication)) {
            release(copy, publication);
        }
        return copies.view(copy);
    }

    private boolean isRepetition(E copy, Publication publication) {
        return copy.state() == State.PUBLISHED
                && (publication.publishedAt() == null
                        || publication.publishedAt().equals(copy.publishedAt()));
    }

    /** Makes the current version public, in the caller's transaction. */
    @Transactional
    public void release(E copy, Publication publication) {
        Instant now = Identifiers.now();
        Instant at = publication.publishedAt();
        if (at != null && at.isAfter(now)) {
            throw Problem.invalid("/publishedAt", "must not be in the future");
        }
        List<Fault> faults = new ArrayList<>();
        check(copy.content(), faults);
        if (!faults.isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, "It cannot be published yet.", faults);
        }
        if (copy.isFresh() && isUnrelated(copy)) {
            door.enterBesideOthers();
        } else {
            door.enter();
        }
        boolean first = copy.publishedAt() == null;
        boolean again = copy.state() == State.PUBLISHED;
        copy.published(at, now);
        Instant publishedAt = copy.publishedAt() == null ? now : copy.publishedAt();
        Set<String> touched = expose(copy, first, publishedAt, first ? publishedAt : now);
        note(copy, again ? Change.Event.UPDATED : Change.Event.PUBLISHED, touched);
    }

    @Transactional
    public ObjectNode withdraw(UUID id, @Nullable String ifMatch) {
        door.enter();
        E copy = copies.locked(id, ifMatch);
        copy.withdraw(Identifiers.now());
        note(copy, Change.Event.WITHDRAWN, hide(copy));
        return copies.view(copy);
    }

    protected final void note(E copy, Change.Event event, Set<String> touched) {
        changes.note(new Change(kind, copy.id(), event, touched));
    }

    protected static void require(@Nullable Object value, String field, List<Fault> faults) {
        boolean missing = value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof List<?> list && list.isEmpty());
        if (missing) {
            faults.add(Fault.at("/" + field, "is required for publishing"));
        }
    }
}
