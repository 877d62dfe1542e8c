package dev.dateline.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.access.Role;
import dev.dateline.content.ContentKind;
import dev.dateline.content.EditorialContent;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.revision.RevisionLabel;
import dev.dateline.editorial.revision.RevisionView;
import dev.dateline.http.EntityTags;
import dev.dateline.json.Json;
import dev.dateline.json.JsonBody;
import dev.dateline.json.MergePatch;
import dev.dateline.problem.Problem;
import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The one write path of everything editorial: body or patch → content → validated → edited. A kind of content says how
 * its references are resolved and what its entity is; the rest is the same for all.
 *
 * @param <C> the content
 * @param <E> the entity
 */
public abstract class WorkingCopyService<C extends EditorialContent, E extends WorkingCopy<C>> {

    private final ContentKind kind;
    private final Class<C> type;
    private final WorkingCopyRepository<E> repository;
    private final WorkingCopySupport support;

    protected WorkingCopyService(
            ContentKind kind, Class<C> type, WorkingCopyRepository<E> repository, WorkingCopySupport support) {
        this.kind = kind;
        this.type = type;
        this.repository = repository;
        this.support = support;
    }

    /** A new entity, without content and not yet stored. */
    protected abstract E blank(UUID id, Instant now);

    /** Lays content over an entity; throws a problem when a reference leads nowhere or an address is taken. */
    protected abstract void edit(E copy, C content);

    /** A former revision's content, without what it refers to and has been deleted since. */
    protected C withoutWhatIsGone(C former) {
        return former;
    }

    /** A former revision's content as it can be saved again. */
    protected C restored(E copy, C former) {
        return former;
    }

    /** Contents as they are shown, with readable references. Those of a page come together, so that a kind looks up once what they refer to. */
    protected List<C> shown(List<C> contents) {
        return contents;
    }

    /** Where the public reads it; null while something else keeps the public from it. */
    protected @Nullable String publicPath(E copy) {
        return kind.publicPath() + "/" + copy.slug();
    }

    public ContentKind kind() {
        return kind;
    }

    /** The type of its content. */
    public Class<C> type() {
        return type;
    }

    private void audit(AuditAction action, E copy) {
        support.audit().done(action, kind, copy.id(), copy.revision());
    }

    @Transactional
    public ObjectNode create(JsonBody body) {
        E copy = create(support.inputs().read(body.json(), type));
        repository.flush();
        audit(AuditAction.CREATE, copy);
        return view(copy);
    }

    /**
     * Told before much is created in one transaction, so that a kind can look up together what it would look up one by
     * one. Purely for speed.
     */
    public void expect(List<C> contents) {}

    /** Creates from content that was read already, in the caller's transaction. */
    @Transactional
    public E create(C content) {
        E copy = blank(Identifiers.next(), DatabaseClock.now());
        save(copy, content, null);
        repository.persist(copy);
        return copy;
    }

    /** Whether another one has a slug, or leads readers by it. */
    public boolean isSlugTaken(E copy, String slug) {
        return repository.slugTaken(slug, copy.id());
    }

    /** Lays over content that was read already, in the caller's transaction. */
    @Transactional
    public void replace(E copy, C content) {
        save(copy, content, null);
    }

    /** What was there is kept as a revision, when it changes. */
    private void save(E copy, C content, @Nullable String note) {
        RevisionLabel before = copy.label();
        boolean isAwaited = copy.isAwaited();
        C contentBefore = copy.content();
        support.images().check(content);
        edit(copy, content);
        if (copy.revision() != before.number()) {
            support.images()
                    .use(kind, copy.id(), before.number() == 0 ? null : contentBefore, copy.content(), isAwaited);
            copy.signed(support.caller().id(), note);
            support.words().keep(copy.id(), copy.content(), support.tagNames(copy.content()));
            if (before.number() > 0) {
                support.archive().keep(kind, copy.id(), before, Json.write(contentBefore));
            }
        }
    }

    /**
     * The content of a revision, the current one or a former.
     *
     * @throws Problem {@code invalid-input} when there is no such revision
     */
    public C contentOf(E copy, long revision) {
        if (revision == copy.revision()) {
            return copy.content();
        }
        return support.archive()
                .content(kind, copy.id(), revision)
                .map(json -> withoutWhatIsGone(type.cast(support.images().withoutWhatIsGone(Json.read(json, type)))))
                .orElseThrow(() ->
                        Problem.invalid("/revision", "must be the number of a revision, from 1 to " + copy.revision()));
    }

    /** A revision and who made it, as it is shown. */
    @Transactional
    public ObjectNode revision(UUID id, long number) {
        E copy = found(id);
        ObjectNode view = (ObjectNode) Json.tree(support.shown(support.label(kind, copy, number)));
        view.set("content", Json.tree(shown(List.of(contentOf(copy, number))).get(0)));
        return view;
    }

    /**
     * The revisions before a number, newest first.
     *
     * @param before exclusive; null begins with the current one
     */
    @Transactional
    public List<RevisionView> revisions(UUID id, @Nullable Long before, int count) {
        return support.labels(kind, found(id), before, count).stream()
                .map(support::shown)
                .toList();
    }

    /** Makes a former revision's content the current one, as a new revision; without a note, it says so itself. */
    @Transactional
    public ObjectNode restore(UUID id, @Nullable String ifMatch, long number, @Nullable String note) {
        E copy = locked(id, ifMatch);
        if (number < 1 || number > copy.revision()) {
            throw Problem.notFound();
        }
        save(copy, restored(copy, contentOf(copy, number)), note == null ? "Revision " + number + " restored" : note);
        repository.flush();
        audit(AuditAction.RESTORE, copy);
        return view(copy);
    }

    public Optional<E> forUpdate(UUID id) {
        return repository.forUpdate(id);
    }

    @Transactional
    public ObjectNode read(UUID id) {
        return view(found(id));
    }

    /** With what it names. @throws Problem {@code invalid-parameter} when the kind names nothing */
    public ObjectNode readExpanded(UUID id) {
        throw Problem.parameter("expand", "goes only with story lists and fronts");
    }

    /** What was sent without what was only added for reading. */
    protected JsonNode sent(JsonNode proposed) {
        return proposed;
    }

    public ListedEntry listed(E copy) {
        return ListedEntry.of(copy, publicPath(copy), support.actors()::of);
    }

    @Transactional
    public WorkingCopyPage<WorkingCopyView> list(WorkingCopyParameters query) {
        repository.onlyRead();
        return query.find(kind, repository, support).map(this::views);
    }

    @Transactional
    public ObjectNode replace(UUID id, @Nullable String ifMatch, JsonBody body, @Nullable String note) {
        return write(locked(id, ifMatch), body.json(), note);
    }

    @Transactional
    public ObjectNode patch(UUID id, @Nullable String ifMatch, JsonBody patch, @Nullable String note) {
        E copy = locked(id, ifMatch);
        return write(copy, MergePatch.apply(view(copy), patch.json()), note);
    }

    @Transactional
    public void delete(UUID id, @Nullable String ifMatch) {
        support.caller().require(Role.EDITOR);
        E copy = locked(id, ifMatch);
        copy.requireNotPublic();
        if (copy.isWithdrawnForLegalReason()) {
            support.caller().requireAdmin("It was withdrawn for a legal reason. Only an admin may delete it.");
        }
        repository.delete(copy);
        support.archive().forget(kind, id);
        support.words().forget(id);
        support.images().forget(id);
        audit(AuditAction.DELETE, copy);
    }

    /**
     * Submits the current revision for review, approves it, or sends it back.
     *
     * @param body a {@link Review}; to approve, or to take an approval back, needs an editor
     */
    @Transactional
    public ObjectNode review(UUID id, @Nullable String ifMatch, JsonBody body) {
        Review review = support.inputs().read(body.json(), Review.class);
        ReviewState target = review.state();
        support.audit().attempting(target.reachedBy());
        E copy = locked(id, ifMatch);
        if (target == ReviewState.APPROVED || copy.review() == ReviewState.APPROVED) {
            support.caller().require(Role.EDITOR);
        }
        copy.review(target, review.note(), support.caller().id(), DatabaseClock.now());
        audit(target.reachedBy(), copy);
        return view(copy);
    }

    protected ObjectNode write(E copy, JsonNode proposed, @Nullable String note) {
        long before = copy.revision();
        JsonNode content = ReadOnlyFields.without(WorkingCopyStatus.FIELDS, sent(proposed), view(copy));
        save(copy, support.inputs().read(content, type), note);
        repository.flush();
        if (copy.revision() != before) {
            audit(AuditAction.EDIT, copy);
        }
        return view(copy);
    }

    protected E found(UUID id) {
        return repository.findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /** @throws Problem {@code not-found}, {@code precondition-required}, {@code stale} */
    public E locked(UUID id, @Nullable String ifMatch) {
        E copy = repository.forUpdate(id).orElseThrow(Problem::notFound);
        EntityTags.require(
                ifMatch,
                copy.version(),
                () -> copy.lastSaved(kind.editorialPath(), support.actors().of(copy.revisedBy())));
        return copy;
    }

    /** As it is answered. */
    public ObjectNode view(E copy) {
        return (ObjectNode) Json.tree(views(List.of(copy)).get(0));
    }

    private List<WorkingCopyView> views(List<E> copies) {
        List<C> contents = shown(copies.stream().map(E::content).toList());
        return IntStream.range(0, copies.size())
                .mapToObj(i -> support.view(copies.get(i), publicPath(copies.get(i)), contents.get(i)))
                .toList();
    }
}
