package dev.dateline.storylist;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about published story lists. */
@ApplicationScoped
public class PublishedListRepository implements PanacheRepositoryBase<PublishedList, UUID> {

    /** With its entries, in one statement. */
    Optional<PublishedList> whole(UUID id) {
        return list("from PublishedList l left join fetch l.entries where l.id = ?1", id).stream()
                .findFirst();
    }

    List<PublishedList> page(@Nullable String language, @Nullable UUID after, boolean backwards, int count) {
        Map<String, Object> parameters = new HashMap<>();
        String query = "1 = 1";
        if (language != null) {
            query += " and language = :language";
            parameters.put("language", language);
        }
        if (after != null) {
            query += backwards ? " and id < :after" : " and id > :after";
            parameters.put("after", after);
        }
        return find(query + " order by id" + (backwards ? " desc" : ""), parameters)
                .range(0, count - 1)
                .list();
    }
}
