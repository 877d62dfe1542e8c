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
public class ChangeSelections {

    private final PublicTagRepository tags;

    ChangeSelections(PublicTagRepository tags) {
        this.tags = tags;
    }

    /** @throws Problem {@code invalid-parameter} that names each fault, a tag that readers do not know among them */
    public ChangeInterest read(ChangeParameters request, Parameters parameters) {
        ChangeParameters.Detail detail = request.detail(parameters);
        ChangeSelection selection = request.selection(parameters, detail.groups());
        Set<String> words = request.tags(parameters);
        parameters.check();
        return interest(selection, detail, ids(words));
    }

    /** The same of what was read before, by the ids of its tags: those that have gone meanwhile are no fault. */
    public ChangeInterest known(ChangeParameters request) {
        Parameters parameters = new Parameters();
        ChangeParameters.Detail detail = request.detail(parameters);
        ChangeSelection selection = request.selection(parameters, detail.groups());
        Set<UUID> ids = request.tags(parameters).stream().map(Parameters::uuid).collect(Collectors.toSet());
        return interest(selection, detail, followed(ids));
    }

    /** @throws Problem {@code invalid-parameter} when one of them is none that readers know */
    public Set<UUID> tagIds(ChangeParameters request) {
        return ids(request.tags(new Parameters()));
    }

    private ChangeInterest interest(ChangeSelection selection, ChangeParameters.Detail detail, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return new ChangeInterest(selection, detail);
        }
        List<Set<String>> touching = new ArrayList<>(selection.touching());
        touching.add(tags.withThoseMerged(ids).stream()
                .map(ContentKind.TAG::cacheGroup)
                .collect(Collectors.toSet()));
        return new ChangeInterest(new ChangeSelection(selection.kinds(), touching), detail);
    }

    private Set<UUID> ids(Set<String> words) {
        Set<UUID> ids = new HashSet<>();
        Set<String> unknown = new HashSet<>(words);
        matches(words).forEach((reference, match) -> {
            if (match.isPublic()) {
                unknown.remove(reference.word());
                ids.addAll(match.ids());
            }
        });
        if (!unknown.isEmpty()) {
            throw Problem.parameter(
                    "tag", "must name tags that readers know, which these are not: " + String.join(", ", unknown));
        }
        return ids;
    }

    /** These, and those that they were merged into. */
    private Set<UUID> followed(Set<UUID> ids) {
        Set<UUID> all = new HashSet<>(ids);
        matches(ids.stream().map(UUID::toString).collect(Collectors.toSet()))
                .values()
                .forEach(match -> all.addAll(match.ids()));
        return all;
    }

    private Map<TagFilter.Reference, TagMatch> matches(Set<String> words) {
        return words.isEmpty()
                ? Map.of()
                : tags.matches(words.stream()
                        .map(word -> new TagFilter.Reference(word, false))
                        .collect(Collectors.toSet()));
    }
}
