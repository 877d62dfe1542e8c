package dev.dateline.live;

import dev.dateline.cache.Answer;
import dev.dateline.cache.Freshness;
import dev.dateline.http.Cursor;
import dev.dateline.http.QueryString;
import dev.dateline.json.JsonText;
import dev.dateline.published.BodyFormat;
import dev.dateline.tag.TagPlaceholders;
import jakarta.inject.Singleton;
import java.time.Instant;
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

    private static final int MOST_PINNED = 10;
    private static final int MOST_KEY_EVENTS = 100;
    private static final int LATEST = 20;

    private final PublishedLiveUpdateRepository updates;
    private final TagPlaceholders placeholders;

    LiveUpdates(PublishedLiveUpdateRepository updates, TagPlaceholders placeholders) {
        this.updates = updates;
        this.placeholders = placeholders;
    }

    /** Adds them to the answer that is an article. */
    public Answer join(Answer article, UUID page, BodyFormat format) {
        LiveSummary summary = updates.summary(page); // first, so that what comes in between is told again
        List<LiveUpdateRow> pinned = updates.pinned(page, MOST_PINNED, format);
        List<LiveUpdateRow> latest = updates.inOrder(page, LiveUpdateOrder.NEWEST, false, null, LATEST, format);
        LiveUpdatesView view = new LiveUpdatesView(
                QueryString.append(LivePage.path(page), LiveUpdateParameters.asked(format), Map.of()),
                summary.count(),
                summary.changedAt(),
                shown(pinned, format),
                updates.keyEvents(page, MOST_KEY_EVENTS),
                shown(latest, format),
                summary.count() > LATEST ? older(page, latest.get(latest.size() - 1), format) : null,
                since(page, summary.number(), LiveUpdateParameters.asked(format)));
        return article.with(article.json().with("updates", JsonText.of(view)))
                .modifiedAt(later(article.lastModified(), summary.changedAt()))
                .shownUntil(Freshness.earliest(
                        Stream.concat(pinned.stream(), latest.stream()).map(LiveUpdateRow::withdrawAt)))
                .dependsOn(LiveCacheGroups.page(page));
    }

    private static Instant later(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
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
    List<JsonText> shown(List<LiveUpdateRow> rows, BodyFormat format) {
        List<LiveUpdateRow> there =
                rows.stream().filter(row -> !row.isWithdrawn()).toList();
        List<JsonText> views =
                placeholders
                        .fillAll(there.stream()
                                .map(LiveUpdateRow::view)
                                .map(Objects::requireNonNull)
                                .toList())
                        .stream()
                        .map(filled -> filled.json())
                        .toList();
        return IntStream.range(0, there.size())
                .mapToObj(i -> there.get(i).in(format, views.get(i)))
                .toList();
    }
}
