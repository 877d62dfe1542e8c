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
 * @param groups it must touch one of these cache groups, if there are any
 * @param touching of each of these sets it must touch a cache group too; what is withdrawn for a legal reason need not: whoever may
 *     have had it, by what it was once, must hear
 */
public record ChangeSelection(Set<ContentKind> kinds, Set<String> groups, List<Set<String>> touching) {

    boolean includes(Change change) {
        return (kinds.isEmpty() || kinds.contains(change.kind()))
                && (groups.isEmpty() || !Collections.disjoint(groups, change.groups()))
                && (change.reason() == Change.Reason.LEGAL
                        || touching.stream().noneMatch(scope -> Collections.disjoint(scope, change.groups())));
    }

    /** All that decides what is selected, in one canonical text. */
    String fingerprint() {
        return kinds.stream().map(ContentKind::name).sorted().toList() + " "
                + groups.stream().sorted().toList() + " "
                + touching.stream()
                        .map(groups -> groups.stream().sorted().toList().toString())
                        .sorted()
                        .toList();
    }
}
