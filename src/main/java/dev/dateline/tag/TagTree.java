package dev.dateline.tag;

import dev.dateline.content.TagFilter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The hierarchy of tags, in which one may have several parents. */
final class TagTree {

    /** A tag and all that stand below it, to the bottom; the parameter {@code id}. */
    static final String BELOW = """
            with recursive below(id) as (select cast(:id as uuid)
                union select t.id from tag t join below b on t.above @> array[b.id] and t.leads_to = t.id)
            select id from below
            """;

    /** Tags, and all that are merged into them; the parameter {@code ids}. */
    static final String WITH_THOSE_MERGED = "select id from tag where leads_to = any(:ids)";

    private TagTree() {}

    /** Adds to what words lead to those below, where they are meant too. Below what is not public nothing is: nobody need look. */
    static Map<TagFilter.Reference, TagMatch> matches(
            Collection<TagFilter.Reference> references, Map<String, TagMatch> byWord, Function<UUID, Set<UUID>> below) {
        Map<TagFilter.Reference, TagMatch> matches = new HashMap<>();
        for (TagFilter.Reference reference : references) {
            TagMatch found = byWord.get(reference.word());
            if (found != null) {
                matches.put(
                        reference,
                        reference.withBelow() && found.isPublic() ? found.with(below.apply(found.id())) : found);
            }
        }
        return matches;
    }

    /** These, and all that stand above them, to the top; level by level. */
    static Map<UUID, Tag> withThoseAbove(Set<UUID> ids, Function<Set<UUID>, Map<UUID, Tag>> read) {
        Map<UUID, Tag> known = new HashMap<>();
        Set<UUID> next = ids;
        while (!next.isEmpty()) {
            Map<UUID, Tag> found = read.apply(next);
            known.putAll(found);
            next = found.values().stream()
                    .flatMap(tag -> tag.above().stream())
                    .filter(parent -> !known.containsKey(parent))
                    .collect(Collectors.toSet());
        }
        return known;
    }

    /** How many levels stand above a tag; 0 for one at the top. */
    static int levels(Collection<UUID> above, Map<UUID, Tag> known) {
        return levels(above, known, new HashMap<>());
    }

    private static int levels(Collection<UUID> above, Map<UUID, Tag> known, Map<UUID, Integer> met) {
        int most = 0;
        for (UUID id : new HashSet<>(above)) {
            Integer levels = met.get(id);
            Tag tag = known.get(id);
            if (levels == null) {
                levels = 1 + (tag == null ? 0 : levels(tag.above(), known, met));
                met.put(id, levels);
            }
            most = Math.max(most, levels);
        }
        return most;
    }
}
