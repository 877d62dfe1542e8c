package dev.dateline.tag;

import dev.dateline.database.OneColumn;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Which tags no reader sees, as the present transaction has it; by the rule of {@link PublicTagRepository}. */
@Singleton
class TagPublicityRepository {

    /** What stands above a public tag is public, so one need look no higher there. */
    private static final String HIDDEN =
            """
            with recursive hidden (id, above) as (
                select t.id, t.above from tag t
                    where t.id in (select leads_to from tag where id = any(:ids)) and not %1$s
                union select t.id, t.above from tag t join hidden h on t.id = any(h.above) where not %1$s)
            select id from hidden
            """.formatted("(" + PublicTagRepository.PUBLIC_ITSELF + " or tag_is_above_a_public_one(t.id))");

    /** Nearly always empty, and a tenth of the work of looking higher. */
    private static final String NOT_PUBLIC_THEMSELVES =
            "select t.id from tag t where t.id in (select leads_to from tag where id = any(:ids)) and not "
                    + PublicTagRepository.PUBLIC_ITSELF;

    /** Those that an article carries, and all above them, but for what everybody sees without it. */
    private static final String COMES_WITH = """
            select t.id from tag t where t.leads_to = t.id and not t.announced and t.id = any(tags_and_above(array(
                select c.tag_id from published_article_tag c where c.article_id = :article)))
            """;

    private final EntityManager entities;

    TagPublicityRepository(EntityManager entities) {
        this.entities = entities;
    }

    Set<UUID> hidden(Collection<UUID> ids) {
        Set<UUID> among = ask(NOT_PUBLIC_THEMSELVES, ids);
        return among.isEmpty() ? among : ask(HIDDEN, among);
    }

    private Set<UUID> ask(String query, Collection<UUID> ids) {
        return Set.copyOf(OneColumn.query(entities.unwrap(Session.class), query, "id", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList());
    }

    List<UUID> comingWith(UUID article) {
        return OneColumn.query(entities.unwrap(Session.class), COMES_WITH, "id", UUID.class)
                .setParameter("article", article)
                .getResultList();
    }

    void flush() {
        entities.flush();
    }
}
