package dev.dateline.changefeed;

import dev.dateline.change.Change;
import dev.dateline.content.ContentKind;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Which changes somebody wants to hear of.
 *
 * @param kinds of these kinds; of all when empty
 * @param touching of each of these sets it must touch a cache group; all do when there is none
 */
public record ChangeSelection(Set<ContentKind> kinds, List<Set<String>> touching) {

    boolean includes(Change change) {
        return (kinds.isEmpty() || kinds.contains(change.kind()))
                && touching.stream().noneMatch(groups -> Collections.disjoint(groups, change.groups()));
    }

    /** All that decides what is selected, in one canonical text. */
    String fingerprint() {
        return kinds.stream().map(ContentKind::name).sorted().toList() + " "
                + touching.stream()
                        .map(groups -> groups.stream().sorted().toList().toString())
                        .sorted()
                        .toList();
    }
}
