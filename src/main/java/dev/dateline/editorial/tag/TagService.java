package dev.dateline.editorial.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ContentKind;
import dev.dateline.content.TagContent;
import dev.dateline.content.TagType;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.ReadOnlyFields;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.editorial.revision.RevisionArchive;
import dev.dateline.http.Cursor;
import dev.dateline.http.EntityTags;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.json.InputReader;
import dev.dateline.json.JsonBody;
import dev.dateline.json.MergePatch;
import dev.dateline.problem.Problem;
import dev.dateline.tag.Tag;
import dev.dateline.tag.TagCacheGroups;
import dev.dateline.tag.TagPublicity;
import dev.dateline.tag.TagQuery;
import dev.dateline.tag.TagRepository;
import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writing tags. They have no draft: a change is public at once, wherever the tag is shown. */
@Singleton
public class TagService {

    /** What readers see of a tag where it is shown, or find it by. */
    private static final List<String> SHOWN = List.of("type");

    /** The same where one below it is shown. */
    private static final List<String> SHOWN_BELOW = List.of("slug", "aliases", "names", "parents");

    private final InputReader inputs;
    private final TagRepository tags;
    private final TagHierarchy hierarchy;
    private final TagEditing editing;
    private final TagPublicity publicity;
    private final TagRecords records;
    private final AdvisoryLockRepository locks;
    private final ChangeLog changes;
    private final AuditLog audit;
    private final MovedTag moved;
    private final RevisionArchive archive;

    TagService(
            InputReader inputs,
            TagRepository tags,
            TagHierarchy hierarchy,
            TagEditing editing,
            TagPublicity publicity,
            TagRecords records,
            AdvisoryLockRepository locks,
            ChangeLog changes,
            AuditLog audit,
            MovedTag moved,
            RevisionArchive archive) {
        this.archive = archive;
        this.moved = moved;
        this.inputs = inputs;
        this.tags = tags;
        this.hierarchy = hierarchy;
        this.editing = editing;
        this.publicity = publicity;
        this.records = records;
        this.locks = locks;
        this.changes = changes;
        this.audit = audit;
    }

    @Transactional
    public ObjectNode create(JsonBody body) {
        Tag tag = create(inputs.read(body.json(), TagContent.class));
        audit.done(AuditAction.CREATE, ContentKind.TAG, tag.id(), null);
        return records.of(tag);
    }

    /** Creates from content that was read already, in the caller's transaction. */
    @Transactional
    public Tag create(TagContent content) {
        locks.share(AdvisoryLockRepository.PUBLISHING); // no parent is merged or deleted meanwhile
        Tag tag = drafted(content);
        namesake(tag).ifPresent(TagService::refuse);
        Set<UUID> hidden = tag.announced() ? publicity.hidden(tag.above()) : Set.of();
        tags.persist(tag);
        note(tag, Change.Event.PUBLISHED, ContentKind.TAG.cacheGroup());
        if (!hidden.isEmpty()) {
            publicity.settle(hidden, tag.above());
        }
        return tag;
    }

    private Tag drafted(TagContent content) {
        tags.flush(); // an import writes late, and what it has just made may be the parent or have the name
        Tag tag = new Tag(Identifiers.next(), DatabaseClock.now());
        editing.edit(tag, content);
        return tag;
    }

    /** Where there is such a tag by name, it takes the slug as an alias: what refers to the slug finds it. */
    @Transactional
    public Optional<Tag> join(TagContent content) {
        locks.share(AdvisoryLockRepository.PUBLISHING);
        Tag tag = drafted(content);
        Optional<Tag> present = namesake(tag);
        present.ifPresent(other -> {
            other.join(tag, DatabaseClock.now());
            note(other, Change.Event.UPDATED, ContentKind.TAG.cacheGroup(), TagCacheGroups.LOOKS);
            tags.forgetResolved();
        });
        return present;
    }

    /** The tag that a slug or alias leads to. */
    @Transactional
    public Optional<Tag> bySlug(@Nullable String slug) {
        return slug == null
                ? Optional.empty()
                : Optional.ofNullable(tags.resolve(List.of(slug)).get(slug));
    }

    /** Lays over content that was read already; empty when the tag is gone or no longer has that version. */
    @Transactional
    public Optional<Tag> update(UUID id, long version, TagContent content) {
        locks.lock(AdvisoryLockRepository.PUBLISHING);
        Optional<Tag> tag = tags.forUpdate(id).filter(found -> found.version() == version && !found.isMerged());
        tag.ifPresent(found -> lay(found, content));
        return tag;
    }

    /** Tells everybody who shows what is other now; returns the tag as it is shown. */
    private ObjectNode lay(Tag tag, TagContent content) {
        ObjectNode before = records.of(tag);
        List<String> names = tag.nameKeys();
        List<UUID> above = tag.above();
        requireType(tag, content.type());
        Set<UUID> concerned = concerned(tag, content);
        Set<UUID> hidden = publicity.hidden(concerned);
        editing.edit(tag, content);
        if (!names.equals(tag.nameKeys()) || !above.equals(tag.above())) {
            namesake(tag).ifPresent(TagService::refuse);
        }
        tags.flush();
        ObjectNode after = records.of(tag);
        if (after.equals(before)) {
            return after;
        }
        boolean isShownBelow = differ(before, after, SHOWN_BELOW);
        if (isShownBelow || differ(before, after, SHOWN)) {
            Instant now = DatabaseClock.now();
            tag.looksChanged(now);
            if (isShownBelow) {
                tags.looksChangedBelow(tag.id(), now);
            }
            note(tag, Change.Event.UPDATED, TagCacheGroups.LOOKS);
        }
        note(tag, Change.Event.UPDATED, ContentKind.TAG.cacheGroup());
        if (!above.equals(tag.above())) {
            moved.note(tag.id());
        }
        publicity.settle(hidden, concerned);
        return after;
    }

    /** Itself, what stands above it now, and what will. */
    private Set<UUID> concerned(Tag tag, TagContent content) {
        tags.forgetResolved();
        Set<UUID> concerned =
                new HashSet<>(hierarchy.parents(tag, content.parents()).above());
        concerned.addAll(tag.above());
        concerned.add(tag.id());
        return concerned;
    }

    /** Bylines name contributors, and filters and the site sections: they would not find it any more. */
    private void requireType(Tag tag, TagType type) {
        boolean isNamedByType = tag.type() == TagType.CONTRIBUTOR || tag.type() == TagType.SECTION;
        if (tag.type() != type && isNamedByType && tags.uses(tag.id()) > 0) {
            throw Problem.conflict(
                    "/type", "It is in use as a " + Parameters.wireName(tag.type()) + ", and must stay one.");
        }
    }

    private static boolean differ(ObjectNode before, ObjectNode after, List<String> fields) {
        return fields.stream().anyMatch(field -> !before.path(field).equals(after.path(field)));
    }

    @Transactional
    public ObjectNode read(UUID id) {
        return records.of(tags.findByIdOptional(id).orElseThrow(Problem::notFound));
    }

    @Transactional
    public Page<ObjectNode> list(TagParameters request) {
        Parameters parameters = new Parameters();
        TagQuery query = request.query(parameters);
        return request.page(
                        parameters,
                        "editorial tags " + query,
                        (cursor, count) -> records.expect(tags.listAll(query, cursor, count)),
                        tag -> Cursor.at(tag.id()))
                .map(records::of);
    }

    @Transactional
    public ObjectNode replace(UUID id, @Nullable String ifMatch, JsonBody body) {
        return write(locked(id, ifMatch), body.json());
    }

    @Transactional
    public ObjectNode patch(UUID id, @Nullable String ifMatch, JsonBody patch) {
        Tag tag = locked(id, ifMatch);
        return write(tag, MergePatch.apply(records.of(tag), patch.json()));
    }

    @Transactional
    public void delete(UUID id, @Nullable String ifMatch) {
        Tag tag = locked(id, ifMatch);
        tag.requireUnmerged();
        long uses = tags.uses(id);
        if (uses == 0 && archive.isTagAwaited(id)) {
            throw Problem.conflict(
                    "The tag is in use: a former revision names it that is public, scheduled, or approved and not published yet.");
        }
        if (uses > 0) {
            throw Problem.conflict(
                    "The tag is in use: articles, tags below it or merged into it, rules of lists, the site and what partners may have refer to it, %d in all."
                            .formatted(uses));
        }
        Set<UUID> hidden = publicity.hidden(tag.above());
        tags.delete(tag);
        tags.flush(); // what has just begun to refer to it is found here, and not while committing
        publicity.settle(hidden, tag.above());
        audit.done(AuditAction.DELETE, ContentKind.TAG, id, null);
        // One that was not announced was public to nobody, since nothing used it.
        note(
                tag,
                tag.announced() ? Change.Event.WITHDRAWN : Change.Event.UPDATED,
                ContentKind.TAG.cacheGroup(),
                TagCacheGroups.one(tag.id()));
    }

    private void note(Tag tag, Change.Event event, String... groups) {
        changes.note(new Change(ContentKind.TAG, tag.id(), event, Set.of(groups)));
    }

    private Tag locked(UUID id, @Nullable String ifMatch) {
        locks.lock(AdvisoryLockRepository.PUBLISHING);
        Tag tag = tags.forUpdate(id).orElseThrow(Problem::notFound);
        EntityTags.require(ifMatch, tag.version(), () -> "Read the tag again and decide.");
        return tag;
    }

    private ObjectNode write(Tag tag, JsonNode proposed) {
        tag.requireUnmerged();
        long before = tag.version();
        TagContent content =
                inputs.read(ReadOnlyFields.without(TagStatus.FIELDS, proposed, records.of(tag)), TagContent.class);
        ObjectNode after = lay(tag, content);
        if (tag.version() != before) {
            audit.done(AuditAction.EDIT, ContentKind.TAG, tag.id(), null);
        }
        return after;
    }

    /** Whoever gives the same name waits, so that two are not both told that it is free. */
    private Optional<Tag> namesake(Tag tag) {
        tag.nameKeys().forEach(name -> locks.lock("tag name " + name));
        return tags.namesake(tag);
    }

    private static void refuse(Tag namesake) {
        throw Problem.conflict(
                "/names",
                "A tag of this type has one of these names already, under the same parents: %s. Use it, or tell them apart by name."
                        .formatted(namesake.slug()));
    }
}
