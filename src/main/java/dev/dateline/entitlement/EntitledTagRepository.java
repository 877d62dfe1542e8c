package dev.dateline.entitlement;

import dev.dateline.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** The one query for the tags that an entitlement names: public or not, because a partner may be kept from what is yet to come. */
@ApplicationScoped
class EntitledTagRepository {

    private final Session session;

    EntitledTagRepository(Session session) {
        this.session = session;
    }

    /** Ids, by the slugs, aliases and ids that lead to one. */
    Map<String, UUID> ids(Collection<String> words) {
        List<UUID> ids = words.stream().flatMap(Parameters::uuids).toList();
        Map<String, UUID> found = new HashMap<>();
        session.createNativeQuery(
                        "select slug, id from tag where slug = any(:words) or id = any(:ids)"
                                + " union all select alias, tag_id from tag_alias where alias = any(:words)",
                        Object[].class)
                .addScalar("slug", String.class)
                .addScalar("id", UUID.class)
                .setParameter("words", words.toArray(String[]::new))
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> {
                    found.put((String) row[0], (UUID) row[1]);
                    found.put(row[1].toString(), (UUID) row[1]);
                });
        return found;
    }
}
