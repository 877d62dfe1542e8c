package dev.dateline.live;

import dev.dateline.cache.Answer;
import dev.dateline.http.Cursor;
import dev.dateline.http.QueryString;
import dev.dateline.json.JsonText;
import dev.dateline.published.BodyFormat;
import dev.dateline.tag.FilledJson;
import dev.dateline.tag.TagPlaceholders;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a live page its updates. */
@Singleton
public class LiveUpdates {

    private final PublishedLiveUpdateRepository updates;
    private final TagPlaceholders placeholders;

    LiveUpdates(PublishedLiveUpdateRepository updates, TagPlaceholders placeholders) {
        this.updates = updates;
        this.placeholders = placeholders;
    }

    /** Adds them to the answer that is an article. */
    public Answer join(Answer article, UUID page, BodyFormat format) {
        LatestUpdates found = updates.read(reading -> LatestUpdates.read(reading, page, format));
        LiveSummary summary = found.summary();
        ShownUpdates pinned = shown(found.pinned(), format);
        ShownUpdates newest = shown(found.newest().items(), format);
        LiveUpdatesView view = new LiveUpdatesView(
                QueryString.append(LivePage.path(page), LiveUpdateParameters.asked(format), Map.of()),
                summary.count(),
                summary.changedAt(),
                pinned.items(),
                found.keyEvents(),
                newest.items(),
                found.areAll() ? null : older(page, found.last(), format),
                since(page, summary.number(), LiveUpdateParameters.asked(format)));
        return article.with(article.json().with("updates", JsonText.of(view)))
                .modifiedAt(latest(article.lastModified(), summary.changedAt(), pinned.changedAt(), newest.changedAt()))
                .shownUntil(summary.withdrawAt())
                .dependsOn(LiveCacheGroups.page(page));
    }

    private static Instant latest(@Nullable Instant... times) {
        return Stream.of(times).filter(Objects::nonNull).max(Instant::compareTo).orElseThrow();
    }

    private static String older(UUID page, LiveUpdateRow last, BodyFormat format) {
        return QueryString.append(
                LivePage.path(page),
                LiveUpdateParameters.asked(format),
                Map.of(
                        "cursor",
                        Cursor.at(last.publishedAt(), last.id())
                                .encode(LiveUpdateParameters.query(page, LiveUpdateOrder.NEWEST, false))));
    }

    /** Where what has changed since is asked for. */
    static String since(UUID page, long number, Map<String, List<String>> asked) {
        return QueryString.append(LivePage.path(page), asked, Map.of("since", SinceCursor.encode(page, number)));
    }

    /** As readers get them, in the same order. */
    ShownUpdates shown(List<LiveUpdateRow> rows, BodyFormat format) {
        List<LiveUpdateRow> there =
                rows.stream().filter(row -> !row.isWithdrawn()).toList();
        List<FilledJson> filled = placeholders.fillAll(there.stream()
                .map(LiveUpdateRow::view)
                .map(Objects::requireNonNull)
                .toList());
        List<JsonText> items = IntStream.range(0, there.size())
                .mapToObj(i -> there.get(i).in(format, filled.get(i).json()))
                .toList();
        return new ShownUpdates(
                items,
                filled.stream()
                        .flatMap(one -> one.changedAt().stream())
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }
}
