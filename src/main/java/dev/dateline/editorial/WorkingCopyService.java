package dev.dateline.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.http.Cursor;
import dev.dateline.http.EntityTags;
import dev.dateline.http.InputReader;
import dev.dateline.http.Json;
import dev.dateline.http.JsonBody;
import dev.dateline.http.MergePatch;
import dev.dateline.http.Page;
import dev.dateline.http.Problem;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one write path of everything editorial: body or patch → content → validated → edited. A kind of content says how
 * its references are resolved and what its entity is; the rest is the same for all.
 *
 * @param <C> the content
 * @param <E> the entity
 */
public abstract class WorkingCopyService<C, E extends WorkingCopy<C>> {

    private final Class<C> type;
    private final InputReader inputs;
    private final WorkingCopyRepository<E> repository;

    protected WorkingCopyService(Class<C> type, InputReader inputs, WorkingCopyRepository<E> repository) {
        this.type = type;
        this.inputs = inputs;
        this.repository = repository;
    }

    /** A new entity with this content, its references resolved, not yet stored. */
    protected abstract E blank(UUID id);

    /** Lays content over an entity; throws a problem when a reference leads nowhere or an address is taken. */
    protected abstract void edit(E copy, C content);

    /** The content as it is shown, with readable references. */
    protected C shown(C content) {
        return content;
    }

    /** Where the public reads it. */
    protected abstract String publicPath(E copy);

    @Transactional
    public ObjectNode create(JsonBody body) {
        E copy = create(inputs.read(body.json(), type));
        repository.flush();
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
        E copy = blank(Identifiers.next());
        edit(copy, content);
        repository.persist(copy);
        return copy;
    }

    /** Lays over content that was read already, in the caller's transaction. */
    @Transactional
    public void replace(E copy, C content) {
        edit(copy, content);
    }

    public Optional<E> forUpdate(UUID id) {
        return repository.forUpdate(id);
    }

    @Transactional
    public ObjectNode read(UUID id) {
        return view(repository.findByIdOptional(id).orElseThrow(Problem::notFound));
    }

    @Transactional
    public Page<ObjectNode> list(WorkingCopyFilter.Query query, UriInfo uri) {
        WorkingCopyFilter filter = query.filter();
        String fingerprint = filter.fingerprint(type.getSimpleName());
        Cursor cursor = Cursor.decode(query.cursor, fingerprint);
        return Page.of(
                        repository.page(filter, cursor),
                        filter.limit(),
                        cursor,
                        copy -> new Cursor(copy.modifiedAt(), copy.id(), false),
                        fingerprint,
                        uri)
                .map(this::view);
    }

    @Transactional
    public ObjectNode replace(UUID id, @Nullable String ifMatch, JsonBody body) {
        E copy = locked(id, ifMatch);
        return write(copy, body.json());
    }

    @Transactional
    public ObjectNode patch(UUID id, @Nullable String ifMatch, JsonBody patch) {
        E copy = locked(id, ifMatch);
        return write(copy, MergePatch.apply(view(copy), patch.json()));
    }

    @Transactional
    public void delete(UUID id, @Nullable String ifMatch) {
        E copy = locked(id, ifMatch);
        copy.requireNotPublic();
        repository.delete(copy);
    }

    private ObjectNode write(E copy, JsonNode proposed) {
        edit(copy, inputs.read(ReadOnlyFields.without(WorkingCopyStatus.FIELDS, proposed, view(copy)), type));
        repository.flush();
        return view(copy);
    }

    /** @throws Problem {@code not-found}, {@code precondition-required}, {@code stale} */
    public E locked(UUID id, @Nullable String ifMatch) {
        E copy = repository.forUpdate(id).orElseThrow(Problem::notFound);
        EntityTags.require(ifMatch, copy.version());
        return copy;
    }

    /** Status and content side by side, the form in which everything editorial is answered. */
    public ObjectNode view(E copy) {
        ObjectNode view = (ObjectNode) Json.tree(WorkingCopyStatus.of(copy, publicPath(copy)));
        view.setAll((ObjectNode) Json.tree(shown(copy.content())));
        return view;
    }
}
