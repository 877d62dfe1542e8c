package dev.dateline.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Walks through all articles in the order of their ids, and finds those that the database and the index do not have alike: with
 * another stamp, only there, or only here. It goes step by step, so that what is published meanwhile need not wait.
 */
final class IndexComparison {

    private static final int AT_ONCE = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final SearchTextRepository texts;
    private final SearchIndex index;
    private @Nullable UUID after = FIRST;
    private int found;

    IndexComparison(SearchTextRepository texts, SearchIndex index) {
        this.texts = texts;
        this.index = index;
    }

    boolean isOver() {
        return after == null;
    }

    /** How many were not alike until now. */
    int found() {
        return found;
    }

    /** The next of those that must be read anew. */
    List<UUID> next() throws IOException {
        UUID from = after;
        if (from == null) {
            return List.of();
        }
        Map<UUID, Long> there = texts.stamps(from, AT_ONCE);
        UUID last = there.size() < AT_ONCE ? null : new ArrayList<>(there.keySet()).get(AT_ONCE - 1);
        Map<UUID, Long> here = index.stamps(from, last);
        Set<UUID> all = new HashSet<>(there.keySet());
        all.addAll(here.keySet());
        List<UUID> different = all.stream()
                .filter(id -> !there.containsKey(id) || !there.get(id).equals(here.get(id)))
                .toList();
        found += different.size();
        after = last;
        return different;
    }
}
