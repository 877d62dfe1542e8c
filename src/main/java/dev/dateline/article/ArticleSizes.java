package dev.dateline.article;

import dev.dateline.database.DeliveryReads;
import dev.dateline.published.BodyFormat;
import dev.dateline.published.PageRoom;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How many whole articles go on a page. Asks for their lengths, which cost nothing to read, before any of them is read. */
@Singleton
class ArticleSizes {

    private final DeliveryReads reads;
    private final PageRoom room;

    ArticleSizes(DeliveryReads reads, PageRoom room) {
        this.reads = reads;
        this.room = room;
    }

    /** @param hasMore whether there are others beyond those that fit */
    record Fit(int count, boolean hasMore) {}

    /**
     * @param conditions of the page that is wanted, with its cursor
     * @param count how many are wanted
     * @throws dev.dateline.problem.Problem {@code unavailable} when there is no memory for it now
     */
    Fit fit(ArticleConditions conditions, boolean backwards, int count, BodyFormat body) {
        List<Long> sizes = reads.read(session -> {
            var query = session.createSelectionQuery(
                    "select " + bytes(body) + conditions.page(backwards, count + 1), Long.class);
            conditions.parameters().forEach(query::setParameter);
            return query.getResultList();
        });
        int fitting = room.fit(sizes.subList(0, Math.min(count, sizes.size())));
        return new Fit(fitting, sizes.size() > fitting);
    }

    /**
     * The first of these ids, as many as fit; one that leads to nothing takes no room.
     *
     * @throws dev.dateline.problem.Problem {@code unavailable} when there is no memory for it now
     */
    List<UUID> fit(List<UUID> ids, BodyFormat body) {
        Map<UUID, Long> sizes = reads.read(session -> session.createSelectionQuery(
                        "select a.id, " + bytes(body) + " from PublishedArticle a where a.id in (:ids)", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1])));
        return ids.subList(
                0, room.fit(ids.stream().map(id -> sizes.getOrDefault(id, 0L)).toList()));
    }

    private static String bytes(BodyFormat body) {
        return "cast(octet_length(a.fullView) + " + body.size() + " as Long)";
    }
}
