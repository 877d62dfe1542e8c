package dev.dateline.editorial.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ContentKind;
import dev.dateline.content.TagContent;
import dev.dateline.content.TagProfile;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.ByLanguage;
import dev.dateline.editorial.Identifiers;
import dev.dateline.editorial.ReadOnlyFields;
import dev.dateline.editorial.SlugChoice;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.editorial.publishing.ArticleRenderer;
import dev.dateline.http.Cursor;
import dev.dateline.http.EntityTags;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.json.InputReader;
import dev.dateline.json.Json;
import dev.dateline.json.JsonBody;
import dev.dateline.json.MergePatch;
import dev.dateline.problem.Problem;
import dev.dateline.tag.Tag;
import dev.dateline.tag.TagCacheGroups;
import dev.dateline.tag.TagQuery;
import dev.dateline.tag.TagRepository;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writing tags. They have no draft: a change is public at once, and every published article that shows the tag is
 * rendered anew in the same transaction.
 */
@Singleton
public class TagService {

    /** What articles show of a tag that they carry, or are found by. */
    private static final List<String> SHOWN = List.of("type", "aliases");

    private static final List<String> SHOWN_BELOW = List.of("slug", "names", "parent");

    /** A tag may be shown by hundreds of thousands of articles, which change with it. */
    private static final int MOST_SECONDS = 600;

    private final InputReader inputs;
    private final TagRepository tags;
    private final AdvisoryLockRepository locks;
    private final ArticleRenderer renderer;
    private final ChangeLog changes;
    private final AuditLog audit;

    TagService(
            InputReader inputs,
            TagRepository tags,
            AdvisoryLockRepository locks,
            ArticleRenderer renderer,
            ChangeLog changes,
            AuditLog audit) {
        this.inputs = inputs;
        this.tags = tags;
        this.locks = locks;
        this.renderer = renderer;
        this.changes = changes;
        this.audit = audit;
    }

    @Transactional
    public ObjectNode create(JsonBody body) {
        Tag tag = create(inputs.read(body.json(), TagContent.class));
        audit.done(AuditAction.CREATE, ContentKind.TAG, tag.id(), null);
        return view(tag);
    }

    /** Creates from content that was read already, in the caller's transaction. */
    @Transactional
    public Tag create(TagContent content) {
        Tag tag = new Tag(Identifiers.next(), Identifiers.now());
        edit(tag, content);
        tags.persist(tag);
        note(tag, Change.Event.PUBLISHED, ContentKind.TAG.cacheGroup());
        return tag;
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
        Optional<Tag> tag = tags.forUpdate(id).filter(found -> found.version() == version);
        tag.ifPresent(found -> lay(found, content));
        return tag;
    }

    /** Has everything rendered that shows what is other now; returns the tag as it is shown. */
    private ObjectNode lay(Tag tag, TagContent content) {
        ObjectNode before = view(tag);
        edit(tag, content);
        tags.flush();
        ObjectNode after = view(tag);
        if (after.equals(before)) {
            return after;
        }
        boolean isShownBelow = differ(before, after, SHOWN_BELOW);
        if (isShownBelow || differ(before, after, SHOWN)) {
            renderer.renderThoseCarrying(tag.id(), isShownBelow);
            note(tag, Change.Event.UPDATED, TagCacheGroups.LOOKS);
        }
        note(tag, Change.Event.UPDATED, ContentKind.TAG.cacheGroup());
        return after;
    }

    private static boolean differ(ObjectNode before, ObjectNode after, List<String> fields) {
        return fields.stream().anyMatch(field -> !before.path(field).equals(after.path(field)));
    }

    @Transactional
    public ObjectNode read(UUID id) {
        return view(tags.findByIdOptional(id).orElseThrow(Problem::notFound));
    }

    @Transactional
    public Page<ObjectNode> list(TagParameters request) {
        Parameters parameters = new Parameters();
        TagQuery query = request.query(parameters);
        return request.page(
                        parameters,
                        "editorial tags " + query,
                        (cursor, count) -> tags.listAll(query, cursor, count),
                        tag -> Cursor.at(tag.id()))
                .map(this::view);
    }

    @Transactional
    @TransactionConfiguration(timeout = MOST_SECONDS)
    public ObjectNode replace(UUID id, @Nullable String ifMatch, JsonBody body) {
        return write(locked(id, ifMatch), body.json());
    }

    @Transactional
    @TransactionConfiguration(timeout = MOST_SECONDS)
    public ObjectNode patch(UUID id, @Nullable String ifMatch, JsonBody patch) {
        Tag tag = locked(id, ifMatch);
        return write(tag, MergePatch.apply(view(tag), patch.json()));
    }

    @Transactional
    public void delete(UUID id, @Nullable String ifMatch) {
        Tag tag = locked(id, ifMatch);
        long uses = tags.uses(id);
        if (uses > 0) {
            throw Problem.conflict(
                    "The tag is in use: articles, tags below it, rules of lists and the site refer to it, %d in all."
                            .formatted(uses));
        }
        tags.delete(tag);
        tags.flush(); // what has just begun to refer to it is found here, and not while committing
        audit.done(AuditAction.DELETE, ContentKind.TAG, id, null);
        note(tag, Change.Event.WITHDRAWN, ContentKind.TAG.cacheGroup());
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
        long before = tag.version();
        ObjectNode after =
                lay(tag, inputs.read(ReadOnlyFields.without(TagStatus.FIELDS, proposed, view(tag)), TagContent.class));
        if (tag.version() != before) {
            audit.done(AuditAction.EDIT, ContentKind.TAG, tag.id(), null);
        }
        return after;
    }

    private void edit(Tag tag, TagContent content) {
        tags.forgetResolved();
        Map<String, String> names = ByLanguage.canonical(content.names(), "/names");
        TagProfile profile = content.profile();
        UUID parent = content.parent() == null ? null : parent(content.parent(), tag.id());
        String title = names.getOrDefault("en", names.values().iterator().next());
        String language =
                names.containsKey("en") ? "en" : names.keySet().iterator().next();
        String slug = SlugChoice.choose(
                content.slug(),
                new SlugChoice.Present(tag.slug(), null, null, () -> true),
                title,
                language,
                tag.id(),
                wanted -> isTaken(wanted, tag.id()));
        for (int i = 0; i < content.aliases().size(); i++) {
            if (isTaken(content.aliases().get(i), tag.id())) {
                throw Problem.conflict("/aliases/" + i, "This slug leads to another tag.");
            }
        }
        TagContent resolved = new TagContent(
                content.type(),
                content.slug(),
                names,
                content.aliases(),
                content.parent(),
                content.announced(),
                profile == null
                        ? null
                        : profile.withDescriptions(
                                ByLanguage.canonical(profile.descriptions(), "/profile/descriptions")));
        tag.edit(resolved, Objects.requireNonNull(slug), parent, Identifiers.now());
    }

    private boolean isTaken(String slug, UUID self) {
        locks.lock("tag " + slug);
        return tags.taken(slug, self);
    }

    private UUID parent(String reference, UUID self) {
        Tag parent = tags.resolve(List.of(reference)).get(reference);
        if (parent == null) {
            throw Problem.invalid("/parent", "must be the slug or id of a tag that exists");
        }
        for (Tag above = parent;
                above != null;
                above = above.parentId() == null ? null : tags.findById(above.parentId())) {
            if (above.id().equals(self)) {
                throw Problem.invalid("/parent", "must not be the tag itself or one below it");
            }
        }
        return parent.id();
    }

    private ObjectNode view(Tag tag) {
        ObjectNode view = (ObjectNode) Json.tree(TagStatus.of(tag));
        Tag parent = tag.parentId() == null ? null : tags.findById(tag.parentId());
        view.setAll((ObjectNode) Json.tree(new TagContent(
                tag.type(),
                tag.slug(),
                tag.names(),
                List.copyOf(tag.aliases()),
                parent == null ? null : parent.slug(),
                tag.announced(),
                tag.profile())));
        return view;
    }
}
