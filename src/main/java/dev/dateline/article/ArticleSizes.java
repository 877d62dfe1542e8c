package dev.dateline.article;

import dev.dateline.database.DeliveryReads;
import dev.dateline.published.BodyFormat;
import dev.dateline.published.MeasuredPage;
import dev.dateline.published.PageRoom;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How many whole articles go on a page. Asks for their lengths, which cost nothing to read, before any of them is read. */
@Singleton
class ArticleSizes {

    /** Twice a page: such lists are short, and their articles may be long. */
    private static final int MOST_IN_A_FORM = 2 * PageRoom.MOST_BYTES;

    private final DeliveryReads reads;
    private final PageRoom room;

    ArticleSizes(DeliveryReads reads, PageRoom room) {
        this.reads = reads;
        this.room = room;
    }

    /**
     * @param conditions of the page that is wanted, with its cursor
     * @param count how many are wanted
     * @throws dev.dateline.problem.Problem {@code unavailable} when there is no memory for it now
     */
    MeasuredPage fit(ArticleConditions conditions, boolean backwards, int count, BodyFormat body) {
        return room.fit(
                reads.read(session -> {
                    var query = session.createSelectionQuery(
                            "select a.id, " + bytes(body) + conditions.page(backwards, count + 1),
                            MeasuredPage.Measured.class);
                    conditions.parameters().forEach(query::setParameter);
                    return query.getResultList();
                }),
                count,
                0);
    }

    /**
     * The first of these ids, as many as fit; one that leads to nothing takes no room.
     *
     * @throws dev.dateline.problem.Problem {@code unavailable} when there is no memory for it now
     */
    List<UUID> fit(List<UUID> ids, BodyFormat body) {
        if (body == BodyFormat.NONE) {
            return ids;
        }
        return ids.subList(0, room.fit(measured(ids, body), ids.size(), 0).count());
    }

    /** Those of these ids that fit into a form of a list, which has no next page: a long one keeps no short one out. */
    List<UUID> choose(List<UUID> ids, BodyFormat body) {
        List<UUID> chosen = new ArrayList<>();
        long bytes = 0;
        for (MeasuredPage.Measured one : measured(ids, body)) {
            if (bytes + one.bytes() <= MOST_IN_A_FORM) {
                chosen.add(one.id());
                bytes += one.bytes();
            }
        }
        return chosen;
    }

    private List<MeasuredPage.Measured> measured(List<UUID> ids, BodyFormat body) {
        Map<UUID, Long> sizes = reads.read(session -> session.createSelectionQuery(
                        "select a.id, " + bytes(body) + " from PublishedArticle a where a.id in (:ids)",
                        MeasuredPage.Measured.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(MeasuredPage.Measured::id, MeasuredPage.Measured::bytes)));
        return ids.stream()
                .map(id -> new MeasuredPage.Measured(id, sizes.getOrDefault(id, 0L)))
                .toList();
    }

    private static String bytes(BodyFormat body) {
        return "cast(octet_length(a.fullView) + " + body.size() + " as Long)";
    }
}
