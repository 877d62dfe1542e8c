package dev.dateline.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.content.ContentKind;
import dev.dateline.content.EditorialContent;
import dev.dateline.json.Json;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writing what names other things: a list its articles, a front its lists. A reader who asks for {@code entries} gets them beside
 * status and content, and may send them back; they are ignored there.
 *
 * @param <C> the content
 * @param <E> the entity
 */
public abstract class NamingService<C extends EditorialContent, E extends WorkingCopy<C>>
        extends WorkingCopyService<C, E> {

    private static final String ENTRIES = "entries";

    protected NamingService(
            ContentKind kind, Class<C> type, WorkingCopyRepository<E> repository, WorkingCopySupport support) {
        super(kind, type, repository, support);
    }

    /** What it names; what is gone is absent. */
    protected abstract List<ListedEntry> entries(E copy);

    @Override
    @Transactional
    public ObjectNode readExpanded(UUID id) {
        E copy = found(id);
        return view(copy)
                .set(
                        ENTRIES,
                        Json.tree(entries(copy).stream()
                                .collect(Collectors.toMap(ListedEntry::id, Function.identity()))));
    }

    @Override
    protected JsonNode sent(JsonNode proposed) {
        return proposed.path(ENTRIES).isObject() ? ((ObjectNode) proposed.deepCopy()).without(ENTRIES) : proposed;
    }

    /** Changes the content by a rule of its kind. */
    @Transactional
    public ObjectNode change(UUID id, @Nullable String ifMatch, UnaryOperator<C> change) {
        E copy = locked(id, ifMatch);
        return write(copy, Json.tree(change.apply(copy.content())), null);
    }
}
