package dev.dateline.editorial.storylist;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.dateline.storylist.PublishedListContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a list showed at one time and not at another. */
@Schema(name = "StoryListDiff", description = "What a list showed at one time, compared with another.")
record HistoryDiff(
        @Schema(required = true) List<Shown> removed,
        @Schema(required = true) List<Shown> added,

        @Schema(
                required = true,
                description = "Shown both times, in another order; those that only made room are left out.")
        List<Moved> moved) {

    /** A story and its place. */
    @Schema(name = "ShownStory", description = "A story and the place that it had, from 1.")
    record Shown(
            @Nullable UUID article,
            @Nullable String url,
            @Schema(required = true, examples = "1") int number) {}

    /** A story with two places. */
    @Schema(name = "MovedStory", description = "A story and the places that it had, from 1.")
    record Moved(
            @Nullable UUID article,
            @Nullable String url,
            @Schema(required = true, examples = "3") int from,
            @Schema(required = true, examples = "1") int to) {}

    static HistoryDiff of(List<PublishedListContent.Placed> before, List<PublishedListContent.Placed> after) {
        List<Shown> some = shown(before);
        List<Shown> others = shown(after);
        List<Object> keys = some.stream().map(HistoryDiff::key).toList();
        List<Object> otherKeys = others.stream().map(HistoryDiff::key).toList();
        Set<Integer> gone = new HashSet<>();
        Set<Integer> come = new HashSet<>();
        for (AbstractDelta<Object> delta : DiffUtils.diff(keys, otherKeys).getDeltas()) {
            for (int i = 0; i < delta.getSource().size(); i++) {
                gone.add(delta.getSource().getPosition() + i);
            }
            for (int i = 0; i < delta.getTarget().size(); i++) {
                come.add(delta.getTarget().getPosition() + i);
            }
        }
        List<Shown> removed = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        for (int index : gone.stream().sorted().toList()) {
            int now = otherKeys.indexOf(keys.get(index));
            Shown story = some.get(index);
            if (now < 0) {
                removed.add(story);
            } else {
                moved.add(new Moved(story.article(), story.url(), index + 1, now + 1));
            }
        }
        List<Shown> added = come.stream()
                .sorted()
                .filter(index -> !keys.contains(otherKeys.get(index)))
                .map(others::get)
                .toList();
        return new HistoryDiff(removed, added, moved);
    }

    private static List<Shown> shown(List<PublishedListContent.Placed> seen) {
        List<Shown> shown = new ArrayList<>();
        for (PublishedListContent.Placed placed : seen) {
            PublishedListContent.Entry entry = placed.entry();
            shown.add(new Shown(placed.article(), entry == null ? null : entry.url(), shown.size() + 1));
        }
        return shown;
    }

    private static Object key(Shown shown) {
        return shown.article() == null ? Objects.requireNonNull(shown.url()) : shown.article();
    }
}
