package dev.dateline.editorial.article;

import dev.dateline.editorial.WorkingCopyRepository;
import dev.dateline.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Every query about working copies of articles. */
@ApplicationScoped
public class ArticleRepository implements WorkingCopyRepository<Article> {

    /** Articles by id or externalId, under the very words that were asked for; what is unknown is absent. */
    public Map<String, UUID> resolve(Collection<String> references) {
        Map<String, UUID> found = new HashMap<>();
        if (references.isEmpty()) {
            return found;
        }
        List<UUID> ids = references.stream().flatMap(ArticleRepository::uuid).toList();
        getEntityManager()
                .createQuery(
                        "select a.id, a.externalId from Article a where a.id in (:ids) or a.externalId in (:words)",
                        Object[].class)
                .setParameter("ids", ids)
                .setParameter("words", references)
                .getResultStream()
                .forEach(row -> {
                    found.put(row[0].toString(), (UUID) row[0]);
                    if (row[1] != null) {
                        found.put((String) row[1], (UUID) row[0]);
                    }
                });
        return found;
    }

    private static Stream<UUID> uuid(String text) {
        try {
            return Stream.of(Parameters.uuid(text));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    boolean slugTaken(String language, String slug, UUID self) {
        return count("language = ?1 and slug = ?2 and id <> ?3", language, slug, self) > 0;
    }

    UUID translationGroup(UUID id) {
        return getEntityManager()
                .createQuery("select a.translationGroup from Article a where a.id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
