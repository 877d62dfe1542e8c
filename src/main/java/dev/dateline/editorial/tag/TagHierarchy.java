package dev.dateline.editorial.tag;

import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.tag.StoredTags;
import dev.dateline.tag.Tag;
import dev.dateline.tag.TagParents;
import dev.dateline.tag.TagRepository;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps the hierarchy of tags free of circles, and so flat that everybody can show it. */
@Singleton
class TagHierarchy {

    /** IPTC's Media Topics have six. */
    private static final int MOST_LEVELS = 20;

    private final TagRepository tags;

    TagHierarchy(TagRepository tags) {
        this.tags = tags;
    }

    /**
     * The tags that are to stand right above one.
     *
     * @throws Problem {@code invalid-input} that names the parent that cannot be
     */
    TagParents parents(Tag tag, List<String> references) {
        Map<String, Tag> found = tags.resolve(references);
        List<Fault> faults = new ArrayList<>();
        StoredTags stored =
                tags.stored(tag.parents().stream().map(UUID::toString).toList());
        Set<UUID> named = new LinkedHashSet<>();
        Set<UUID> above = new LinkedHashSet<>();
        for (int i = 0; i < references.size(); i++) {
            Tag parent = found.get(references.get(i));
            if (parent == null) {
                faults.add(Fault.at("/parents/" + i, "must be the slug or id of a tag that exists"));
            } else if (tags.withThoseAbove(Set.of(parent.id())).containsKey(tag.id())) {
                faults.add(Fault.at("/parents/" + i, "must not be the tag itself or one below it"));
            } else {
                named.addAll(stored.of(parent));
                above.add(parent.id());
            }
        }
        if (faults.isEmpty() && !above.isEmpty()) {
            requireFlat(tag, above, faults);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new TagParents(List.copyOf(named), List.copyOf(above));
    }

    private void requireFlat(Tag tag, Set<UUID> above, List<Fault> faults) {
        int levels = tags.levelsAbove(above) + 1 + (tag.version() == 0 ? 0 : tags.levelsBelow(tag.id()));
        if (levels > MOST_LEVELS) {
            faults.add(Fault.at(
                    "/parents",
                    "must not make a hierarchy of more than %d levels; this would be %d"
                            .formatted(MOST_LEVELS, levels)));
        }
    }

    /** @throws Problem {@code conflict} when there are too many levels above and below a tag by now */
    void requireFlat(Tag tag) {
        int levels = tags.levelsAbove(Set.copyOf(tag.above())) + 1 + tags.levelsBelow(tag.id());
        if (levels > MOST_LEVELS) {
            throw Problem.conflict(
                    "The hierarchy would have more than %d levels then: %d.".formatted(MOST_LEVELS, levels));
        }
    }

    /** @throws Problem {@code conflict} when it, or one that was put below it, has the name of another beside it by now */
    void requireOwnNames(Tag tag) {
        tags.namesakes(tag.id()).ifPresent(both -> {
            throw Problem.conflict(
                    "The tags %s would stand beside each other with the same name then. Rename or merge one of them first."
                            .formatted(both));
        });
    }

    /** @throws Problem {@code conflict} when a tag stands below itself by now */
    void requireNoCircle(Tag tag, String otherwise) {
        if (tags.withThoseAbove(tag.above()).containsKey(tag.id())) {
            throw Problem.conflict(otherwise);
        }
    }
}
