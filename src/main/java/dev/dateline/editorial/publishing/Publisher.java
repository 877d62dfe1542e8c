package dev.dateline.editorial.publishing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.access.Role;
import dev.dateline.change.Change;
import dev.dateline.content.ContentKind;
import dev.dateline.content.EditorialContent;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.Schedule;
import dev.dateline.editorial.Withdrawn;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.json.JsonBody;
import dev.dateline.media.ShownContent;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.published.Address;
import dev.dateline.published.WithdrawalKind;
import dev.dateline.time.DatabaseClock;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Publishes and withdraws one kind of content. In one transaction the working copy and its public copy change together,
 * and the change log says so.
 *
 * @param <C> the content
 * @param <E> the working copy
 */
public abstract class Publisher<C extends EditorialContent, E extends WorkingCopy<C>> {

    private final WorkingCopyService<C, E> copies;
    private final PublishingSupport support;
    private final ContentKind kind;

    protected Publisher(WorkingCopyService<C, E> copies, PublishingSupport support) {
        this.copies = copies;
        this.support = support;
        this.kind = copies.kind();
    }

    /** Notes what the content lacks to be public. */
    protected abstract void check(C content, List<Fault> faults);

    /** Before when it must not be public. */
    protected Instant embargo(C content) {
        return Instant.MIN;
    }

    /** When it is to end by what it says itself. */
    protected @Nullable Instant end(C content) {
        return null;
    }

    /** Whether its public form names nothing whose public form would have to name it, now or later. */
    protected boolean isUnrelated(E copy) {
        return true;
    }

    /** The address under which content is read; null for a kind that is read in its collection only. */
    protected Address.@Nullable Key address(C content) {
        return new Address.Key(kind, Objects.requireNonNull(content.slug()));
    }

    /** Writes the public copy and says which cache groups that touches. */
    protected abstract Set<String> publish(E copy, Edition<C> edition);

    /** Whether readers would get other things of the same revision now, or get none of it. */
    protected boolean isOutdated(UUID id, C content) {
        return false;
    }

    /** A published revision as readers have it: its tags may have been split, its own fields shown or hidden by other rules. */
    protected C asPublic(UUID id, C content) {
        return content;
    }

    /** When it cannot become public at that time, because something else will not be there. */
    protected void checkSchedule(C content, Instant at, List<Fault> faults) {}

    /** What is more to say of a change of what is public already; asked before it is made. */
    protected Change.@Nullable Reason reason(UUID id, C content) {
        return null;
    }

    /** Removes the public copy and says which cache groups that touches. */
    protected abstract Set<String> withdraw(E copy);

    /** Notes what else readers see otherwise, because it has come or gone. */
    protected void noteOthers(E copy, Change.Event event, Change.@Nullable Reason reason, Set<String> touched) {}

    public ContentKind kind() {
        return kind;
    }

    PublishingSupport support() {
        return support;
    }

    /** Who edits what this publishes. */
    public WorkingCopyService<C, E> copies() {
        return copies;
    }

    /**
     * Makes a revision public, now or at a time; does nothing when it is already.
     *
     * @param body a {@link Publication}, or nothing for the current revision now
     * @throws Problem {@code conflict} when the content, an embargo or a missing approval does not allow it
     */
    @Transactional
    public ObjectNode publish(UUID id, @Nullable String ifMatch, @Nullable JsonBody body) {
        Publication wanted = body == null || body.isEmpty()
                ? Publication.NOW
                : support.inputs().read(body.json(), Publication.class);
        support.audit().attempting(wanted.action());
        E copy = lockedForPublishing(id, ifMatch);
        Instant now = DatabaseClock.now();
        wanted.check(now);
        long revision = wanted.revision() == null ? copy.revision() : wanted.revision();
        C content = copies.contentOf(copy, revision);
        Publication publication = wanted.endingAt(end(content));
        support.rules().requireApproved(copy, revision);
        support.rules().requireMayReturn(kind, copy, publication);
        if (publication.at() == null
                && publication.repeats(copy, revision)
                && !support.images().hasChangedSince(id)
                && !isOutdated(id, content)) {
            return copies.view(copy);
        }
        Instant embargo = embargo(copy, content);
        carryOut(copy, revision, publication, support.rules().breakable(publication), now);
        support.rules().noteBroken(kind, id, revision, publication, embargo, now);
        return copies.view(copy);
    }

    private void carryOut(E copy, long revision, Publication publication, Instant breakable, Instant now) {
        if (publication.at() != null) {
            schedule(copy, revision, publication, breakable, now);
        } else {
            release(copy, revision, publication, breakable, now);
            support.audit().done(AuditAction.PUBLISH, kind, copy.id(), revision);
        }
    }

    /** By an editor, with nobody else publishing. */
    E lockedForPublishing(UUID id, @Nullable String ifMatch) {
        support.caller().require(Role.EDITOR);
        support.locks().lock(AdvisoryLockRepository.PUBLISHING);
        return copies.locked(id, ifMatch);
    }

    private void schedule(E copy, long revision, Publication publication, Instant breakable, Instant now) {
        Instant at = Objects.requireNonNull(publication.at());
        C content = copies.contentOf(copy, revision);
        requirePublishable(copy, content, at, breakable);
        List<Fault> faults = new ArrayList<>();
        checkSchedule(content, at, faults);
        Publication.refuse(faults);
        Instant embargo = embargo(copy, content);
        Instant broken = embargo.isAfter(at) ? embargo : null;
        copy.schedule(new Schedule(at, revision, support.caller().id(), broken, publication.until()), now);
        support.audit().done(AuditAction.SCHEDULE, kind, copy.id(), revision);
    }

    /** Makes the current revision public, now or at a time, in the caller's transaction; no embargo is broken. */
    @Transactional
    public void release(E copy, Publication wanted) {
        Instant now = DatabaseClock.now();
        wanted.check(now);
        Publication publication = wanted.endingAt(end(copy.content()));
        support.rules().requireApproved(copy, copy.revision());
        support.rules().requireMayReturn(kind, copy, publication);
        carryOut(copy, copy.revision(), publication, Instant.MIN, now);
    }

    /** @param breakable an embargo that ends until then is broken */
    void release(E copy, long revision, Publication publication, Instant breakable, Instant now) {
        if (copy.isFresh() && isUnrelated(copy)) {
            support.locks().share(AdvisoryLockRepository.PUBLISHING);
        } else {
            support.locks().lock(AdvisoryLockRepository.PUBLISHING);
        }
        ShownContent shown = requirePublishable(copy, copies.contentOf(copy, revision), now, breakable);
        C content = copies.type().cast(shown.content());
        boolean first = copy.publishedAt() == null;
        boolean again = copy.isPublic();
        Change.Reason reason = again ? reason(copy.id(), content) : null;
        copy.published(revision, publication.publishedAt(), publication.until(), now);
        Instant publishedAt = copy.publishedAt() == null ? now : copy.publishedAt();
        Edition<C> edition = publication.edition(content, revision, first, publishedAt, now);
        copy.updatedForReaders(edition.updatedAt());
        Set<String> touched = new HashSet<>(publish(copy, edition));
        touched.addAll(support.images().show(kind, copy.id(), shown.images(), first));
        Address.Key address = address(content);
        if (address != null) {
            support.addresses().assign(address, copy.id(), copy.isFresh(), now);
        }
        if (!first && !again) {
            support.isBack(copy.id());
        }
        note(copy.id(), again ? Change.Event.UPDATED : Change.Event.PUBLISHED, reason, touched);
        if (!again) {
            noteOthers(copy, Change.Event.PUBLISHED, null, touched);
        }
    }

    private ShownContent requirePublishable(E copy, C content, Instant at, Instant breakable) {
        List<Fault> faults = new ArrayList<>();
        check(content, faults);
        ShownContent shown = support.images().shown(content, at, faults);
        if (embargo(copy, content).isAfter(Publication.later(at, breakable))) {
            faults.add(Fault.at("/embargoedUntil", Publication.UNDER_EMBARGO));
        }
        Publication.refuse(faults);
        return shown;
    }

    /**
     * An embargo that was set on a later revision counts as well: it is about the news, not about one wording of it. Of what readers
     * have already, broken by an admin, it forbids no correction.
     */
    private Instant embargo(E copy, C content) {
        Instant embargo = Publication.later(embargo(content), embargo(copy.content()));
        Long shown = embargo.equals(Instant.MIN) ? null : copy.publishedRevision();
        boolean isBroken = shown != null && !embargo.isAfter(embargo(copies.contentOf(copy, shown)));
        return isBroken ? Instant.MIN : embargo;
    }

    /** @throws Problem {@code conflict} when nothing is scheduled any more */
    @Transactional
    public ObjectNode cancelSchedule(UUID id, @Nullable String ifMatch) {
        E copy = lockedForPublishing(id, ifMatch);
        copy.cancelSchedule(DatabaseClock.now());
        support.audit().done(AuditAction.CANCEL_SCHEDULE, kind, id, null);
        return copies.view(copy);
    }

    /** Takes it from the public, who are told why. @throws Problem {@code conflict} when it is not public */
    @Transactional
    public ObjectNode withdraw(UUID id, @Nullable String ifMatch, WithdrawalInput given) {
        E copy = lockedForPublishing(id, ifMatch);
        withdraw(copy, given.by(support.caller().id(), DatabaseClock.now()));
        support.audit().done(AuditAction.WITHDRAW, kind, id, null);
        return copies.view(copy);
    }

    Withdrawn withdrawn(WithdrawalKind reason) {
        return new Withdrawn(reason, null, support.caller().id(), DatabaseClock.now());
    }

    /** Takes it from the public in the caller's transaction, because it is not public any more where it came from. */
    @Transactional
    public void withdrawAtSource(E copy) {
        support.locks().lock(AdvisoryLockRepository.PUBLISHING);
        withdraw(copy, withdrawn(WithdrawalKind.WITHDRAWN));
        support.audit().done(AuditAction.WITHDRAW, kind, copy.id(), null);
    }

    private void withdraw(E copy, Withdrawn withdrawn) {
        copy.withdraw(withdrawn, withdrawn.withdrawnAt());
        remove(copy, withdrawn);
    }

    void remove(E copy, Withdrawn withdrawn) {
        Set<String> touched = new HashSet<>(withdraw(copy));
        touched.addAll(support.images().hide(copy.id()));
        support.tell(kind, copy.id(), withdrawn);
        note(copy.id(), Change.Event.WITHDRAWN, withdrawn.changeReason(), touched);
        noteOthers(copy, Change.Event.WITHDRAWN, withdrawn.changeReason(), touched);
    }

    /** Lets an address that it had elsewhere lead to it; false when that leads to something else. */
    public boolean keepFormerSlug(E copy, String slug) {
        Address.Key address = address(copy.content());
        if (address == null || copies.isSlugTaken(copy, slug)) {
            return false;
        }
        Address.Key had = new Address.Key(kind, slug, address.language());
        if (support.addresses().assignIfFree(had, copy.id(), DatabaseClock.now()) && copy.publishedAt() != null) {
            Change.Event event = copy.isPublic() ? Change.Event.UPDATED : Change.Event.WITHDRAWN;
            note(copy.id(), event, null, Set.of(kind.addressCacheGroup(slug)));
        }
        return support.addresses().isOf(had, copy.id());
    }

    private void note(UUID id, Change.Event event, Change.@Nullable Reason reason, Set<String> touched) {
        support.changes().note(new Change(kind, id, event, reason, touched));
    }
}
