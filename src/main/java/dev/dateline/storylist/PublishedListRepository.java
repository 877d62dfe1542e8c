package dev.dateline.storylist;

import dev.dateline.delivery.DeliveryReads;
import dev.dateline.http.JsonText;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about published story lists. */
@ApplicationScoped
public class PublishedListRepository implements PanacheRepositoryBase<PublishedList, UUID> {

    private static final String SELECT_WHOLE = "select d.targetId, l, e, a.headline, a.card from Address d"
            + " left join PublishedList l on l.id = d.targetId"
            + " left join l.entries e left join PublishedArticle a on a.id = e.articleId"
            + " where d.key.kind = STORY_LIST and ";

    private final DeliveryReads reads;

    PublishedListRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /**
     * One entry of a list, with the finished card of its article.
     *
     * @param list null when it was withdrawn
     * @param entry null when the list is empty
     * @param card null for a link, and for an article that is not public
     */
    record Row(
            UUID id,
            @Nullable PublishedList list,
            PublishedList.@Nullable Entry entry,
            @Nullable String headline,
            @Nullable JsonText card) {}

    /** A whole list in one statement; no rows when there was never one at this slug. */
    List<Row> bySlug(String slug) {
        return reads.read(session -> session.createSelectionQuery(
                        SELECT_WHOLE + "d.key.slug = :slug order by index(e)", Row.class)
                .setParameter("slug", slug)
                .getResultList());
    }

    /** The same by id; a list that had several slugs comes once for each. */
    List<Row> byId(UUID id) {
        return reads.read(session -> session.createSelectionQuery(
                        SELECT_WHOLE + "d.targetId = :id and (l.id is null or d.key.slug = l.slug) order by index(e)",
                        Row.class)
                .setParameter("id", id)
                .getResultList());
    }

    List<PublishedList> page(@Nullable String language, @Nullable UUID after, boolean backwards, int count) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder query = new StringBuilder("from PublishedList where 1 = 1");
        if (language != null) {
            query.append(" and language = :language");
            parameters.put("language", language);
        }
        if (after != null) {
            query.append(backwards ? " and id < :after" : " and id > :after");
            parameters.put("after", after);
        }
        query.append(backwards ? " order by id desc" : " order by id");
        return reads.read(session -> {
            var page = session.createSelectionQuery(query.toString(), PublishedList.class);
            parameters.forEach(page::setParameter);
            return page.setMaxResults(count).getResultList();
        });
    }
}
