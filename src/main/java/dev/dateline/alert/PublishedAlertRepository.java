package dev.dateline.alert;

import dev.dateline.database.AnyOf;
import dev.dateline.database.DeliveryReads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every query about published alerts. */
@ApplicationScoped
public class PublishedAlertRepository implements PanacheRepositoryBase<PublishedAlert, UUID> {

    /** What may be shown: the scheduler takes away what has expired, perhaps a little later. */
    private static final String STANDING = "from PublishedAlert where expiresAt > :now";

    private final DeliveryReads reads;

    PublishedAlertRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /**
     * Those that have not expired, newest first.
     *
     * @param audiences those for any of these, and for everybody; all when empty
     * @param languages those in any of these, and in none; all when empty
     */
    List<PublishedAlert> standing(Set<String> audiences, Collection<String> languages, Instant now) {
        Map<String, Object> parameters = new HashMap<>(Map.of("now", now));
        StringBuilder query = new StringBuilder(STANDING);
        if (!audiences.isEmpty()) {
            parameters.put("audiences", audiences.toArray(String[]::new));
            query.append(" and (array_length(audience) = 0 or array_intersects(audience, :audiences))");
        }
        if (!languages.isEmpty()) {
            query.append(" and (language is null or ")
                    .append(AnyOf.ranges("language", languages, parameters))
                    .append(")");
        }
        query.append(" order by publishedAt desc, id desc");
        return reads.read(session -> {
            var alerts = session.createSelectionQuery(query.toString(), PublishedAlert.class);
            parameters.forEach(alerts::setParameter);
            return alerts.getResultList();
        });
    }

    /** Those of these that stand, by their ids: whoever comes late sends nothing that has expired. */
    public Map<UUID, AlertView> views(Collection<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? Map.of()
                : reads
                        .read(session -> session.createSelectionQuery(
                                        STANDING + " and id in :ids", PublishedAlert.class)
                                .setParameter("now", now)
                                .setParameter("ids", ids)
                                .getResultList())
                        .stream()
                        .collect(Collectors.toMap(PublishedAlert::id, PublishedAlert::view));
    }

    /** Those that lead to an article. */
    public List<UUID> leadingTo(UUID article) {
        return find("select id from PublishedAlert where articleId = ?1", article)
                .project(UUID.class)
                .list();
    }
}
