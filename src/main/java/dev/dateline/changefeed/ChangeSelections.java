package dev.dateline.changefeed;

import dev.dateline.content.ContentKind;
import dev.dateline.content.TagFilter;
import dev.dateline.entitlement.CurrentEntitlement;
import dev.dateline.http.Parameters;
import dev.dateline.live.LiveCacheGroups;
import dev.dateline.problem.Problem;
import dev.dateline.published.AddressRepository;
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
    private final AddressRepository addresses;
    private final CurrentEntitlement entitlements;

    ChangeSelections(PublicTagRepository tags, AddressRepository addresses, CurrentEntitlement entitlements) {
        this.entitlements = entitlements;
        this.tags = tags;
        this.addresses = addresses;
    }

    /**
     * What a client asks for who begins.
     *
     * @throws Problem {@code invalid-parameter} that names each fault, a tag or list that readers do not know among them
     */
    public ChangeInterest read(ChangeParameters request, Parameters parameters) {
        return interest(request, parameters, true);
    }

    /**
     * The same of one who goes on. What it named may have gone meanwhile, and just that it must hear: so nothing is too
     * unknown, and what was public once is followed still.
     */
    public ChangeInterest known(ChangeParameters request, Parameters parameters) {
        return interest(request, parameters, false);
    }

    private ChangeInterest interest(ChangeParameters request, Parameters parameters, boolean isBeginning) {
        ChangeParameters.Detail detail = request.detail(parameters);
        ChangeSelection selection = request.selection(parameters, detail.groups());
        Set<String> tagWords = request.tags(parameters);
        Set<String> listWords = request.lists(parameters);
        parameters.check();
        List<Set<String>> touching = new ArrayList<>();
        selection.touching().forEach(languages -> touching.add(withUpdates(languages)));
        if (!tagWords.isEmpty()) {
            touching.add(withUpdates(groups(ContentKind.TAG, tags.withThoseMerged(tags(tagWords, isBeginning)))));
        }
        if (!listWords.isEmpty()) {
            touching.add(groups(ContentKind.STORY_LIST, lists(listWords, isBeginning)));
        }
        return new ChangeInterest(
                new ChangeSelection(selection.kinds(), selection.groups(), touching),
                detail,
                !tagWords.isEmpty(),
                entitlements.get());
    }

    /** Updates of live pages are chosen by what their page is. */
    private static Set<String> withUpdates(Set<String> groups) {
        Set<String> all = new HashSet<>(groups);
        all.addAll(LiveCacheGroups.about(groups));
        return all;
    }

    private static Set<String> groups(ContentKind kind, Set<UUID> ids) {
        return ids.stream().map(kind::cacheGroup).collect(Collectors.toSet());
    }

    /** @throws Problem {@code invalid-parameter} when one of them is none that readers know */
    public Set<UUID> tagIds(ChangeParameters request) {
        return tags(request.tags(new Parameters()), true);
    }

    private Set<UUID> tags(Set<String> words, boolean isBeginning) {
        Map<TagFilter.Reference, TagMatch> found = words.isEmpty()
                ? Map.of()
                : tags.matches(words.stream()
                        .map(word -> new TagFilter.Reference(word, false))
                        .collect(Collectors.toSet()));
        Map<String, UUID> ids = found.entrySet().stream()
                .filter(match -> !isBeginning || match.getValue().isPublic())
                .collect(Collectors.toMap(
                        match -> match.getKey().word(),
                        match -> match.getValue().id()));
        return ids("tag", "tags", words, ids, isBeginning);
    }

    private Set<UUID> lists(Set<String> words, boolean isBeginning) {
        return ids("list", "story lists", words, addresses.targets(ContentKind.STORY_LIST, words), isBeginning);
    }

    /** An id may be of something that has gone without a trace. */
    private static Set<UUID> ids(
            String parameter, String noun, Set<String> words, Map<String, UUID> found, boolean isBeginning) {
        Set<String> unknown = new HashSet<>(words);
        unknown.removeAll(found.keySet());
        if (isBeginning && !unknown.isEmpty()) {
            throw Problem.parameter(
                    parameter,
                    "must name %s that readers know, which these are not: %s"
                            .formatted(noun, String.join(", ", unknown)));
        }
        Set<UUID> ids = unknown.stream().flatMap(Parameters::uuids).collect(Collectors.toSet());
        ids.addAll(found.values());
        return ids;
    }
}
