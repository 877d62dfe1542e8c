package dev.dateline.editorial.article;

import dev.dateline.content.Credit;
import dev.dateline.content.TagType;
import dev.dateline.problem.Fault;
import dev.dateline.tag.StoredTags;
import dev.dateline.tag.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts ids in the place of the slugs by which a byline names contributors, and notes those that lead nowhere. */
public final class CreditResolution {

    private final Map<String, Tag> tags;
    private final StoredTags stored;
    private final List<Credit> before;
    private final List<Fault> faults;

    /**
     * @param tags what the words that came in lead to
     * @param stored the tags that the content names already
     * @param before what is stored of the byline
     */
    public CreditResolution(Map<String, Tag> tags, StoredTags stored, List<Credit> before, List<Fault> faults) {
        this.tags = tags;
        this.stored = stored;
        this.before = new ArrayList<>(before);
        this.faults = faults;
    }

    /** The words by which a byline names contributors. */
    public static Set<String> named(List<Credit> byline) {
        return byline.stream()
                .flatMap(credit -> Optional.ofNullable(credit.contributor()).stream())
                .collect(Collectors.toSet());
    }

    /** The same with the slugs of contributors, for reading. */
    public static List<Credit> shown(List<Credit> byline, Map<UUID, String> slugs) {
        return byline.stream()
                .map(credit -> credit.contributor() == null
                        ? credit
                        : credit.withContributor(slug(credit.contributor(), slugs)))
                .toList();
    }

    /** The slug of a tag, or its id where there is no such tag. */
    static String slug(String id, Map<UUID, String> slugs) {
        return slugs.getOrDefault(UUID.fromString(id), id);
    }

    public List<Credit> resolve(List<Credit> byline) {
        List<Credit> resolved = new ArrayList<>();
        for (int i = 0; i < byline.size(); i++) {
            Credit credit = byline.get(i);
            resolved.add(
                    credit.contributor() == null
                            ? credit
                            : credit.withContributor(
                                    contributor(credit, credit.contributor(), "/byline/" + i + "/contributor")));
        }
        return resolved;
    }

    private String contributor(Credit credit, String reference, String pointer) {
        Tag tag = tag(reference, pointer);
        if (tag == null) {
            return reference;
        }
        if (tag.type() != TagType.CONTRIBUTOR) {
            faults.add(Fault.at(pointer, "must be a tag of type contributor"));
        }
        return named(credit, stored.of(tag)).orElse(tag.id().toString());
    }

    /** By which of these ids a credit was there before: with the same role, or with any; each counts once. */
    private Optional<String> named(Credit credit, List<UUID> ids) {
        List<Credit> known = before.stream()
                .filter(one -> one.contributor() != null && ids.contains(UUID.fromString(one.contributor())))
                .toList();
        Optional<Credit> same = known.stream()
                .filter(one -> one.role() == credit.role())
                .findFirst()
                .or(() -> known.stream().findFirst());
        same.ifPresent(before::remove);
        return same.map(Credit::contributor);
    }

    /** Notes when there is none, or one that is not given to anything any more. */
    @Nullable
    Tag tag(String reference, String pointer) {
        Tag tag = tags.get(reference);
        if (tag == null) {
            faults.add(Fault.at(pointer, "must be the slug or id of a tag that exists"));
        } else if (tag.isRetired() && !stored.has(tag)) {
            faults.add(Fault.at(pointer, "must not be a retired tag; only what carries it already keeps it"));
        }
        return tag;
    }
}
