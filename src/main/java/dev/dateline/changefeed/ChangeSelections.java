package dev.dateline.changefeed;

import dev.dateline.content.ContentKind;
import dev.dateline.content.TagFilter;
import dev.dateline.http.Parameters;
import dev.dateline.problem.Problem;
import dev.dateline.tag.PublicTagRepository;
import dev.dateline.tag.TagMatch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads which changes a client asks for. */
@Singleton
class ChangeSelections {

    private final PublicTagRepository tags;

    ChangeSelections(PublicTagRepository tags) {
        this.tags = tags;
    }

    /** @throws Problem {@code invalid-parameter} that names each fault, a tag that readers do not know among them */
    ChangeInterest read(ChangeParameters request, Parameters parameters) {
        ChangeParameters.Detail detail = request.detail(parameters);
        ChangeSelection selection = request.selection(parameters, detail.groups());
        Set<String> words = request.tags(parameters);
        parameters.check();
        if (words.isEmpty()) {
            return new ChangeInterest(selection, detail);
        }
        List<Set<String>> touching = new ArrayList<>(selection.touching());
        touching.add(groups(words));
        return new ChangeInterest(new ChangeSelection(selection.kinds(), touching), detail);
    }

    private Set<String> groups(Set<String> words) {
        Map<TagFilter.Reference, TagMatch> found = tags.matches(
                words.stream().map(word -> new TagFilter.Reference(word, false)).collect(Collectors.toSet()));
        Set<UUID> ids = new HashSet<>();
        Set<String> unknown = new HashSet<>(words);
        found.forEach((reference, match) -> {
            if (match.isPublic()) {
                unknown.remove(reference.word());
                ids.addAll(match.ids());
            }
        });
        if (!unknown.isEmpty()) {
            throw Problem.parameter(
                    "tag", "must name tags that readers know, which these are not: " + String.join(", ", unknown));
        }
        return tags.withThoseMerged(ids).stream()
                .map(ContentKind.TAG::cacheGroup)
                .collect(Collectors.toSet());
    }
}
