package dev.dateline.live;

import dev.dateline.content.ArticleKind;
import dev.dateline.content.LiveState;
import dev.dateline.database.DeliveryReads;
import dev.dateline.database.OneColumn;
import dev.dateline.published.PageRoom;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Every query about published updates of live pages. */
@ApplicationScoped
public class PublishedLiveUpdateRepository implements PanacheRepositoryBase<PublishedLiveUpdate, UUID> {

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
                        select d.target_id, a.slug, a.kind, a.content ->> 'liveState' state, a.withdraw_at
                        from address d left join published_article a on a.id = d.target_id
                        where d.kind = 'article' and\s""" + condition + " order by d.since, d.target_id" + DeliveryReads.ONE, Object[].class)
                .addScalar("target_id", UUID.class)
                .addScalar("slug", String.class)
                .addScalar("kind", String.class)
                .addScalar("state", String.class)
                .addScalar("withdraw_at", Instant.class)
                .setParameter("reference", reference)
                .uniqueResultOptional()
                .map(row -> new LivePage(
                        (UUID) row[0],
                        (String) row[1],
                        row[2] == null ? null : ArticleKind.valueOf((String) row[2]),
                        row[3] == null ? null : LiveState.of((String) row[3]),
                        (Instant) row[4])));
    }

    /**
     * Reads several things of updates on one connection, so that the second is no older than the first: a replica may be behind
     * the primary.
     */
    <T> T read(Function<LiveUpdateReading, T> reading) {
        return reads.read(session -> reading.apply(new LiveUpdateReading(session, room)));
    }

    /**
     * The number of the next change. Callers hold the lock for publishing, so that it is the greatest until they have committed. It is
     * no less than the microseconds since 1970: whoever has followed a page sees what is new after an older backup was restored, too.
     */
    public long nextNumber() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select setval('live_update_number', greatest(nextval('live_update_number'),"
                                + " (extract(epoch from clock_timestamp()) * 1000000)::bigint))")
                        .getSingleResult())
                .longValue();
    }

    /** Whether readers get updates of an article, while that is public. */
    public boolean areThere(UUID article) {
        return count("articleId = ?1 and view is not null", article) > 0;
    }

    /** Those that readers get of an article, while that is public. */
    public Map<UUID, UUID> shown(Set<UUID> pages) {
        return pages.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .unwrap(Session.class)
                        .createNativeQuery(
                                "select id, article_id from published_live_update"
                                        + " where article_id = any(:pages) and view is not null",
                                Object[].class)
                        .setParameter("pages", pages.toArray(UUID[]::new))
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
    }

    /** Who wrote the updates of a page, by the ids that these name them by. */
    public Set<UUID> contributors(UUID article) {
        return Set.copyOf(OneColumn.query(
                        getEntityManager().unwrap(Session.class),
                        "select distinct unnest(contributors) as contributor from published_live_update"
                                + " where article_id = :article and view is not null",
                        "contributor",
                        UUID.class)
                .setParameter("article", article)
                .getResultList());
    }
}
