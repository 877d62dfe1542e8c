package dev.dateline.storylist;

import dev.dateline.database.AnyOf;
import dev.dateline.database.DeliveryReads;
import dev.dateline.database.LockingRepository;
import dev.dateline.http.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Every query about published story lists. */
@ApplicationScoped
public class PublishedListRepository implements LockingRepository<PublishedList> {

    private final DeliveryReads reads;

    PublishedListRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /** @param list null when it was withdrawn */
    record Found(UUID id, @Nullable PublishedList list) {}

    Optional<Found> bySlug(String slug) {
        return found("d.key.slug = :reference", slug);
    }

    Optional<Found> byId(UUID id) {
        return found("d.targetId = :reference", id);
    }

    private Optional<Found> found(String condition, Object reference) {
        return reads.read(session -> session.createSelectionQuery(
                        "select d.targetId, l from Address d left join PublishedList l on l.id = d.targetId"
                                + " where d.key.kind = 'story-list' and " + condition + DeliveryReads.ONE,
                        Found.class)
                .setParameter("reference", reference)
                .uniqueResultOptional());
    }

    /** For fronts. */
    public List<PublishedList> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : reads.read(session -> session.createSelectionQuery(
                                "from PublishedList where id in (:ids)", PublishedList.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /** The same for several at once, without those that somebody else holds: so nobody waits with rows in hand. */
    public List<PublishedList> forUpdateIfFree(Collection<UUID> ids) {
        return getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery("from PublishedList where id in (:ids) order by id", PublishedList.class)
                .setParameter("ids", ids)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
    }

    /** Those in which an editor has put one of these articles. */
    public List<PublishedList> naming(Set<UUID> articles) {
        return naming(articles, "entries");
    }

    /** Those, and those whose rule has found one: what a partner may have of them comes and goes without the list being filled anew. */
    public List<PublishedList> showing(Set<UUID> articles) {
        return Stream.concat(naming(articles).stream(), naming(articles, "filled").stream())
                .distinct()
                .toList();
    }

    private List<PublishedList> naming(Set<UUID> articles, String part) {
        if (articles.isEmpty()) {
            return List.of();
        }
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from published_list where id in (select l.id from unnest(:articles) a join published_list l"
                                + " on l.content @> jsonb_build_object(cast(:part as text),"
                                + " jsonb_build_array(jsonb_build_object('article', cast(a as text)))))",
                        PublishedList.class)
                .setParameter("part", part)
                .setParameter("articles", articles.toArray(UUID[]::new))
                .getResultList();
    }

    /** Those that fill up by themselves. */
    public List<PublishedList> withRules() {
        return list("hasRule = true order by id");
    }

    List<PublishedList> page(Set<String> languages, @Nullable Cursor cursor, int count) {
        boolean backwards = cursor != null && cursor.backwards();
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder query = new StringBuilder("from PublishedList where 1 = 1");
        if (!languages.isEmpty()) {
            query.append(" and ").append(AnyOf.ranges("language", languages, parameters));
        }
        if (cursor != null) {
            query.append(backwards ? " and id < :after" : " and id > :after");
            parameters.put("after", cursor.id());
        }
        query.append(backwards ? " order by id desc" : " order by id").append(DeliveryReads.limit(count));
        return reads.read(session -> {
            var page = session.createSelectionQuery(query.toString(), PublishedList.class);
            parameters.forEach(page::setParameter);
            return page.getResultList();
        });
    }
}
