package dev.dateline.editorial;

import dev.dateline.http.Parameters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The queries of kinds whose slugs are unique across languages. */
public interface SluggedRepository<E extends WorkingCopy<?>> extends WorkingCopyRepository<E> {

    /** Ids by id, slug or externalId, under the very words that were asked for; what is unknown is absent. */
    default Map<String, UUID> resolve(Collection<String> references) {
        Map<String, UUID> found = new HashMap<>();
        if (references.isEmpty()) {
            return found;
        }
        List<UUID> ids = references.stream().flatMap(Parameters::uuids).toList();
        List<E> copies = list("slug in (?1) or externalId in (?1) or id in (?2)", references, ids);
        put(copies, E::externalId, found);
        put(copies, E::slug, found);
        put(copies, copy -> copy.id().toString(), found);
        return found;
    }

    private static <E extends WorkingCopy<?>> void put(
            List<E> copies, Function<E, @Nullable String> name, Map<String, UUID> found) {
        for (E copy : copies) {
            String word = name.apply(copy);
            if (word != null) {
                found.put(word, copy.id());
            }
        }
    }
}
