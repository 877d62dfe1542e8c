package dev.dateline.live;

import dev.dateline.content.ArticleKind;
import dev.dateline.content.LiveState;
import dev.dateline.database.DeliveryReads;
import dev.dateline.http.Cursor;
import dev.dateline.problem.Problem;
import dev.dateline.published.BodyFormat;
import dev.dateline.published.PageRoom;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every query about published updates of live pages. */
@ApplicationScoped
public class PublishedLiveUpdateRepository implements PanacheRepositoryBase<PublishedLiveUpdate, UUID> {

    private static final String SHOWN = " where a.articleId = :page and a.view is not null";

    private final DeliveryReads reads;
    private final PageRoom room;

    PublishedLiveUpdateRepository(DeliveryReads reads, PageRoom room) {
        this.room = room;
        this.reads = reads;
    }

    /** What an article's id leads to, public or withdrawn. */
    Optional<LivePage> page(UUID id) {
        return page("d.target_id = :reference", id);
    }

    /** What a slug leads to: the first that ever had it. */
    Optional<LivePage> page(String slug) {
        return page("d.slug = :reference", slug);
    }

    private Optional<LivePage> page(String condition, Object reference) {
        return reads.read(session -> session.createNativeQuery(
                        """
                        select d.target_id, a.kind, a.content ->> 'liveState' state, a.withdraw_at
                        from address d left join published_article a on a.id = d.target_id
                        where d.kind = 'article' and\s""" + condition + " order by d.since, d.target_id" + DeliveryReads.ONE, Object[].class)
                .addScalar("target_id", UUID.class)
                .addScalar("kind", String.class)
                .addScalar("state", String.class)
                .addScalar("withdraw_at", Instant.class)
                .setParameter("reference", reference)
                .uniqueResultOptional()
                .map(row -> new LivePage(
                        (UUID) row[0],
                        row[1] == null ? null : ArticleKind.valueOf((String) row[1]),
                        row[2] == null ? null : LiveState.of((String) row[2]),
                        (Instant) row[3])));
    }

    LiveSummary summary(UUID page) {
        return reads.read(session -> session.createSelectionQuery(
                        "select count(a.view), coalesce(max(a.number), 0), max(a.changedAt)"
                                + " from PublishedLiveUpdate a where a.articleId = :page",
                        LiveSummary.class)
                .setParameter("page", page)
                .getSingleResult());
    }

    /** Those of a page in an order, from a place on. */
    List<LiveUpdateRow> inOrder(
            UUID page,
            LiveUpdateOrder order,
            boolean keyEventsOnly,
            @Nullable Cursor cursor,
            int count,
            BodyFormat format) {
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
                + " order by a.publishedAt %1$s, a.id %1$s".formatted(direction)
                + DeliveryReads.limit(count);
        return rows(text, parameters, format);
    }

    /** What has changed after a number, in the order in which it did; also what was withdrawn. */
    List<LiveUpdateRow> changedAfter(UUID page, long number, int count, BodyFormat format) {
        return rows(
                " where a.articleId = :page and a.number > :number order by a.number" + DeliveryReads.limit(count),
                Map.of("page", page, "number", number),
                format);
    }

    /** The newest of those that stay on top. */
    List<LiveUpdateRow> pinned(UUID page, int count, BodyFormat format) {
        return rows(
                SHOWN + " and a.pinned = true order by a.publishedAt desc, a.id desc" + DeliveryReads.limit(count),
                Map.of("page", page),
                format);
    }

    Optional<LiveUpdateRow> one(UUID page, UUID id, BodyFormat format) {
        return rows(" where a.articleId = :page and a.id = :id", Map.of("page", page, "id", id), format).stream()
                .findFirst();
    }

    /** @throws Problem {@code unavailable} when that would be more than there is memory for */
    private List<LiveUpdateRow> rows(String conditions, Map<String, Object> parameters, BodyFormat format) {
        requireRoom(conditions, parameters, format);
        return reads.read(session -> {
            var rows = session.createSelectionQuery(
                    "select a.id, a.publishedAt, a.number, a.withdrawAt, a.view" + format.expression()
                            + " from PublishedLiveUpdate a" + conditions,
                    LiveUpdateRow.class);
            parameters.forEach(rows::setParameter);
            return rows.getResultList();
        });
    }

    private void requireRoom(String conditions, Map<String, Object> parameters, BodyFormat format) {
        if (format == BodyFormat.NONE) {
            return;
        }
        room.require(reads.read(session -> {
            var bytes = session.createSelectionQuery(
                    "select coalesce(sum(s.bytes), 0) from (select octet_length(a.view) + " + format.size()
                            + " as bytes from PublishedLiveUpdate a" + conditions + ") s",
                    Long.class);
            parameters.forEach(bytes::setParameter);
            return bytes.getSingleResult();
        }));
    }

    /** The newest places where the story turned. */
    List<KeyEvent> keyEvents(UUID page, int count) {
        return reads.read(session -> session.createSelectionQuery(
                        "select a.id, a.publishedAt, a.title from PublishedLiveUpdate a" + SHOWN
                                + " and a.keyEvent = true order by a.publishedAt desc, a.id desc"
                                + DeliveryReads.limit(count),
                        Object[].class)
                .setParameter("page", page)
                .getResultStream()
                .map(row -> new KeyEvent(
                        (UUID) row[0], LivePage.path(page) + "/" + row[0], (Instant) row[1], (String) row[2]))
                .toList());
    }

    /** The number of the next change. Callers hold the lock for publishing, so that it is the greatest until they have committed. */
    public long nextNumber() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('live_update_number')")
                        .getSingleResult())
                .longValue();
    }

    /** Whether readers get updates of an article, while that is public. */
    public boolean areThere(UUID article) {
        return count("articleId = ?1 and view is not null", article) > 0;
    }

    /** Who wrote the updates of a page, by the ids that these name them by. */
    public Set<UUID> contributors(UUID article) {
        return find("articleId = ?1 and view is not null", article).project(Contributors.class).stream()
                .flatMap(update -> update.contributors().stream())
                .collect(Collectors.toSet());
    }

    /** A part of an update. */
    public record Contributors(List<UUID> contributors) {}
}
