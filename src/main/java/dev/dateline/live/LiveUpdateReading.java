package dev.dateline.live;

import dev.dateline.database.DeliveryReads;
import dev.dateline.http.Cursor;
import dev.dateline.http.Slice;
import dev.dateline.problem.Problem;
import dev.dateline.published.BodyFormat;
import dev.dateline.published.MeasuredPage;
import dev.dateline.published.PageRoom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Reads updates of a page on one connection: what is read later is not older. */
final class LiveUpdateReading {

    private static final String OF_PAGE = " from PublishedLiveUpdate a where a.articleId = :page";
    private static final String SHOWN = " where a.articleId = :page and a.view is not null";

    private final StatelessSession session;
    private final PageRoom room;

    LiveUpdateReading(StatelessSession session, PageRoom room) {
        this.session = session;
        this.room = room;
    }

    LiveSummary summary(UUID page) {
        return session.createSelectionQuery(
                        "select count(a.view), coalesce(max(a.number), 0), max(a.changedAt), min(a.withdrawAt)"
                                + OF_PAGE,
                        LiveSummary.class)
                .setParameter("page", page)
                .getSingleResult();
    }

    /** Of the last change of any of them, 0 when there was none. */
    long number(UUID page) {
        return session.createSelectionQuery("select coalesce(max(a.number), 0)" + OF_PAGE, Long.class)
                .setParameter("page", page)
                .getSingleResult();
    }

    /**
     * Those of a page in an order, from a place on.
     *
     * @param taken bytes of the answer that other updates have
     */
    Slice<LiveUpdateRow> inOrder(
            UUID page,
            LiveUpdateOrder order,
            boolean keyEventsOnly,
            @Nullable Cursor cursor,
            int count,
            BodyFormat format,
            long taken) {
        boolean descending = order.isDescending(cursor != null && cursor.backwards());
        String direction = descending ? "desc" : "asc";
        Map<String, Object> parameters = new HashMap<>(Map.of("page", page));
        String beyond = "";
        if (cursor != null) {
            beyond = " and (a.publishedAt, a.id) " + (descending ? "<" : ">") + " (:at, :after)";
            parameters.put("at", cursor.time());
            parameters.put("after", cursor.id());
        }
        String text = SHOWN
                + (keyEventsOnly ? " and a.keyEvent = true" : "")
                + beyond
                + " order by a.publishedAt %1$s, a.id %1$s".formatted(direction);
        return fitting(text, parameters, count, format, taken);
    }

    /** What has changed after a number, in the order in which it did; also what was withdrawn. */
    Slice<LiveUpdateRow> changedAfter(UUID page, long number, int count, BodyFormat format) {
        return fitting(
                " where a.articleId = :page and a.number > :number order by a.number",
                Map.of("page", page, "number", number),
                count,
                format,
                0);
    }

    /** The newest of those that stay on top. */
    List<LiveUpdateRow> pinned(UUID page, int count, BodyFormat format) {
        return fitting(
                        SHOWN + " and a.pinned = true order by a.publishedAt desc, a.id desc",
                        Map.of("page", page),
                        count,
                        format,
                        0)
                .items();
    }

    Optional<LiveUpdateRow> one(UUID page, UUID id, BodyFormat format) {
        return rows(" where a.articleId = :page and a.id = :id", Map.of("page", page, "id", id), format).stream()
                .findFirst();
    }

    /** The newest places where the story turned. */
    List<KeyEvent> keyEvents(UUID page, int count) {
        return session.createSelectionQuery(
                        "select a.id, a.publishedAt, a.title from PublishedLiveUpdate a" + SHOWN
                                + " and a.keyEvent = true order by a.publishedAt desc, a.id desc"
                                + DeliveryReads.limit(count),
                        Object[].class)
                .setParameter("page", page)
                .getResultStream()
                .map(row -> new KeyEvent(
                        (UUID) row[0], LivePage.path(page) + "/" + row[0], (Instant) row[1], (String) row[2]))
                .toList();
    }

    /**
     * As many of the first as go on a page.
     *
     * @param taken bytes of that page that others have
     * @throws Problem {@code unavailable} when there is no memory for it now
     */
    private Slice<LiveUpdateRow> fitting(
            String conditions, Map<String, Object> parameters, int count, BodyFormat format, long taken) {
        if (format == BodyFormat.NONE) {
            return Slice.first(count, rows(conditions + DeliveryReads.limit(count + 1), parameters, format));
        }
        var query = session.createSelectionQuery(
                "select a.id, cast(coalesce(octet_length(a.view) + " + format.size()
                        + ", 0) as Long) from PublishedLiveUpdate a" + conditions + DeliveryReads.limit(count + 1),
                MeasuredPage.Measured.class);
        parameters.forEach(query::setParameter);
        MeasuredPage measured = room.fit(query.getResultList(), count, taken);
        return measured.read(
                rows(conditions + DeliveryReads.limit(measured.count()), parameters, format), LiveUpdateRow::id);
    }

    private List<LiveUpdateRow> rows(String conditions, Map<String, Object> parameters, BodyFormat format) {
        var rows = session.createSelectionQuery(
                "select a.id, a.publishedAt, a.number, a.withdrawAt, a.view" + format.expression()
                        + " from PublishedLiveUpdate a" + conditions,
                LiveUpdateRow.class);
        parameters.forEach(rows::setParameter);
        return rows.getResultList();
    }
}
