package dev.dateline.editorial.tag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.access.Caller;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ContentKind;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.http.EntityTags;
import dev.dateline.json.InputReader;
import dev.dateline.json.JsonBody;
import dev.dateline.problem.Problem;
import dev.dateline.tag.CarryingArticle;
import dev.dateline.tag.Tag;
import dev.dateline.tag.TagCacheGroups;
import dev.dateline.tag.TagMerge;
import dev.dateline.tag.TagMergeRepository;
import dev.dateline.tag.TagPublicity;
import dev.dateline.tag.TagRepository;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Merges one tag into another, and undoes that. Articles, rules and the site keep the tag that they name; it only leads
 * elsewhere. So nothing is lost by a merge, and it costs a row for each article.
 */
@Singleton
public class TagMergeService {

    private final InputReader inputs;
    private final TagRepository tags;
    private final OtherTag others;
    private final TagMergeRepository merges;
    private final MovedTag moved;
    private final TagHierarchy hierarchy;
    private final TagRecords records;
    private final AdvisoryLockRepository locks;
    private final ChangeLog changes;
    private final TagPublicity publicity;
    private final AuditLog audit;
    private final Caller caller;

    TagMergeService(
            InputReader inputs,
            TagRepository tags,
            OtherTag others,
            TagMergeRepository merges,
            MovedTag moved,
            TagHierarchy hierarchy,
            TagRecords records,
            AdvisoryLockRepository locks,
            ChangeLog changes,
            TagPublicity publicity,
            AuditLog audit,
            Caller caller) {
        this.inputs = inputs;
        this.tags = tags;
        this.others = others;
        this.merges = merges;
        this.moved = moved;
        this.hierarchy = hierarchy;
        this.records = records;
        this.locks = locks;
        this.changes = changes;
        this.publicity = publicity;
        this.audit = audit;
        this.caller = caller;
    }

    /** Has a tag, and all that was merged into it, lead to another one. */
    @Transactional
    public ObjectNode merge(UUID id, @Nullable String ifMatch, JsonBody body) {
        Tag tag = locked(id, ifMatch);
        Tag other = others.of(tag, inputs.read(body.json(), TagMergeInput.class).into());
        TagMerge earlier = tag.merge();
        if (earlier != null && tag.leadsTo().equals(other.id())) {
            return records.of(tag);
        }
        if (earlier != null) {
            throw Problem.conflict("The tag was merged into another already. Undo that first.");
        }
        lead(tag, other);
        return records.of(tag);
    }

    /** The same for an import; false when the tag has another version by now, or leads there already. */
    @Transactional
    public boolean merge(UUID id, long version, UUID into) {
        locks.lock(AdvisoryLockRepository.PUBLISHING);
        tags.forgetResolved();
        Tag tag = tags.forUpdate(id).orElseThrow(Problem::notFound);
        Tag leads = tags.byId(Set.of(into)).get(into);
        if (tag.version() != version
                || tag.isMerged()
                || leads == null
                || leads.id().equals(id)) {
            return false;
        }
        lead(tag, others.of(tag, into.toString()));
        return true;
    }

    private void lead(Tag tag, Tag other) {
        if (tags.withThoseBelow(tag.id()).contains(other.id())) {
            throw Problem.conflict("/into", "stands below this tag, and would stand nowhere then. Move it up first.");
        }
        Set<UUID> hidden = publicity.hidden(concerned(tag, other));
        List<CarryingArticle> carrying = merges.carrying(tag.id());
        tag.mergeInto(other, caller.id(), DatabaseClock.now());
        merges.lead(tag.id(), other.id());
        done(AuditAction.MERGE, tag, other, hidden, carrying);
        boolean isSeen = publicity.hidden(Set.of(other.id())).isEmpty();
        if (!isSeen && !hidden.contains(tag.id())) {
            publicity.gone(tag.id());
        }
    }

    /** Has a tag stand for itself again: with the articles that named it, its slugs and its place. */
    @Transactional
    public ObjectNode undo(UUID id, @Nullable String ifMatch) {
        Tag tag = locked(id, ifMatch);
        if (!tag.isMerged()) {
            throw Problem.conflict("The tag is not merged into another.");
        }
        Tag other = tags.forUpdate(tag.leadsTo()).orElseThrow();
        Set<UUID> hidden = publicity.hidden(concerned(tag, other));
        tag.undoMerge(DatabaseClock.now());
        merges.leadBack(tag.id(), other.id());
        done(AuditAction.UNDO_MERGE, tag, other, hidden, merges.carrying(tag.id()));
        return records.of(tag);
    }

    private Tag locked(UUID id, @Nullable String ifMatch) {
        locks.lock(AdvisoryLockRepository.PUBLISHING);
        tags.forgetResolved();
        Tag tag = tags.forUpdate(id).orElseThrow(Problem::notFound);
        EntityTags.require(ifMatch, tag.version(), () -> "Read the tag again and decide.");
        return tag;
    }

    private static Set<UUID> concerned(Tag tag, Tag other) {
        Set<UUID> concerned = new HashSet<>(Set.of(tag.id(), other.id()));
        concerned.addAll(tag.above());
        concerned.addAll(other.above());
        return concerned;
    }

    private void done(AuditAction action, Tag tag, Tag other, Set<UUID> hidden, List<CarryingArticle> carrying) {
        tags.refresh(tag, other);
        String circle =
                "The tags would stand in a circle then. Take them apart first: a tag may not stand below itself.";
        hierarchy.requireNoCircle(tag, circle);
        hierarchy.requireNoCircle(other, circle);
        hierarchy.requireFlat(tag);
        hierarchy.requireFlat(other);
        hierarchy.requireOwnNames(tag);
        Instant now = DatabaseClock.now();
        for (Tag one : List.of(tag, other)) {
            one.looksChanged(now);
            tags.looksChangedBelow(one.id(), now);
            changes.note(new Change(
                    ContentKind.TAG,
                    one.id(),
                    Change.Event.UPDATED,
                    Change.Reason.MERGED,
                    Set.of(
                            ContentKind.TAG.cacheGroup(),
                            ContentKind.TAG.cacheGroup(one.id()),
                            TagCacheGroups.LOOKS,
                            TagCacheGroups.CARRIED)));
        }
        carrying.forEach(article -> changes.note(article.change(tag.id(), other.id())));
        List.of(tag.id(), other.id()).forEach(moved::note);
        publicity.settle(hidden, concerned(tag, other));
        audit.done(action, ContentKind.TAG, tag.id(), null);
    }
}
