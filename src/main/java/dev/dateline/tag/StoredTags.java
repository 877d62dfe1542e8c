package dev.dateline.tag;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The tags that something names already. Who saves it again sees what they were merged into; it keeps the ids that it has, so
 * that the merge can be undone.
 *
 * @param ids as they are stored
 * @param leads what they lead to, by id
 */
public record StoredTags(List<UUID> ids, Map<UUID, Tag> leads) {

    public static final StoredTags NONE = new StoredTags(List.of(), Map.of());

    /** The ids by which a tag is named already, or its own. */
    public List<UUID> of(Tag tag) {
        List<UUID> named = naming(tag).toList();
        return named.isEmpty() ? List.of(tag.id()) : named;
    }

    /** One of them. */
    public UUID oneOf(Tag tag) {
        return of(tag).get(0);
    }

    public boolean has(Tag tag) {
        return naming(tag).findAny().isPresent();
    }

    private Stream<UUID> naming(Tag tag) {
        return ids.stream()
                .filter(id -> Stream.ofNullable(leads.get(id))
                        .anyMatch(other -> other.id().equals(tag.id())));
    }
}
