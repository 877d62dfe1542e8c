package dev.dateline.editorial;

import dev.dateline.content.TagFilter;
import dev.dateline.content.TagType;
import dev.dateline.http.Parameters;
import dev.dateline.tag.TagMatch;
import dev.dateline.tag.TagRepository;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads which tags an editor wants to see; a tag that is not there is a fault, and no empty list. */
final class TagTerms {

    private TagTerms() {}

    static List<WorkingCopyFilter.Carried> read(
            Parameters parameters, String name, @Nullable String text, @Nullable TagType type, TagRepository tags) {
        TagFilter filter = parameters.read(name, text, TagFilter.EXPECTED, TagFilter::parse);
        if (filter == null) {
            return List.of();
        }
        Map<TagFilter.Reference, TagMatch> found = tags.matches(filter.references());
        List<String> unknown = filter.references().stream()
                .filter(tag ->
                        Stream.ofNullable(found.get(tag)).noneMatch(match -> type == null || match.type() == type))
                .map(TagFilter.Reference::word)
                .toList();
        if (!unknown.isEmpty()) {
            parameters.refuse(name, "there is no such " + name + ": " + String.join(", ", unknown));
            return List.of();
        }
        return filter.terms().stream()
                .map(term -> new WorkingCopyFilter.Carried(term.excluded(), tags.withThoseMerged(ids(term, found))))
                .toList();
    }

    private static Set<UUID> ids(TagFilter.Term term, Map<TagFilter.Reference, TagMatch> found) {
        return term.anyOf().stream()
                .flatMap(tag -> Stream.ofNullable(found.get(tag)))
                .flatMap(match -> match.ids().stream())
                .collect(Collectors.toSet());
    }
}
