package dev.dateline.article;

import dev.dateline.content.ArticleLink;
import dev.dateline.http.Cursor;
import dev.dateline.tag.Tag;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about published articles. Reads for the public select finished JSON and never load the entity. */
@ApplicationScoped
public class PublishedArticleRepository implements PanacheRepositoryBase<PublishedArticle, UUID> {

    private static final int ESTIMATE_CEILING = 10_000;

    /** One article of a collection: its place in the order and its JSON. */
    record Row(UUID id, Instant at, String view, String body) {}

    /** One article, with what its address may have become. */
    record Single(UUID id, String language, String slug, Instant renderedAt, String view, String body) {}

    Optional<Single> single(UUID id, BodyFormat format) {
        return getEntityManager()
                .createQuery(
                        "select a.id, a.language, a.slug, a.renderedAt, a.fullView, " + format.expression()
                                + " from PublishedArticle a where a.id = :id",
                        Single.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    List<Row> page(ArticleQuery query, @Nullable Cursor cursor, Map<String, Tag> tags) {
        boolean backwards = cursor != null && cursor.backwards();
        ArticleConditions conditions = ArticleConditions.of(query.filter(), tags);
        if (cursor != null) {
            conditions.and(query.order().beyond(backwards));
            conditions.bind("cursorAt", cursor.at());
            conditions.bind("cursorId", cursor.id());
        }
        TypedQuery<Row> rows = getEntityManager()
                .createQuery(
                        "select a.id, a." + query.order().attribute() + ", "
                                + query.view().expression() + ", "
                                + query.body().expression() + " from PublishedArticle a" + conditions.where()
                                + query.order().clause(backwards),
                        Row.class);
        conditions.parameters().forEach(rows::setParameter);
        return rows.setMaxResults(query.limit() + 1).getResultList();
    }

    List<Row> batch(Collection<UUID> ids, ArticleQuery query) {
        return getEntityManager()
                .createQuery(
                        "select a.id, a.publishedAt, " + query.view().expression() + ", "
                                + query.body().expression() + " from PublishedArticle a where a.id in (:ids)",
                        Row.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    long count(ArticleFilter filter, Map<String, Tag> tags) {
        ArticleConditions conditions = ArticleConditions.of(filter, tags);
        TypedQuery<Long> count = getEntityManager()
                .createQuery("select count(a) from PublishedArticle a" + conditions.where(), Long.class);
        conditions.parameters().forEach(count::setParameter);
        return count.getSingleResult();
    }

    /** Counts no further than a ceiling, so that it costs the same at any size. */
    MatchCount estimate(ArticleFilter filter, Map<String, Tag> tags) {
        ArticleConditions conditions = ArticleConditions.of(filter, tags);
        TypedQuery<Long> count = getEntityManager()
                .createQuery(
                        "select count(*) from (select a.id as id from PublishedArticle a" + conditions.where()
                                + " order by a.publishedAt desc, a.id desc limit " + (ESTIMATE_CEILING + 1)
                                + ") counted",
                        Long.class);
        conditions.parameters().forEach(count::setParameter);
        long counted = count.getSingleResult();
        return new MatchCount(Math.min(counted, ESTIMATE_CEILING), counted <= ESTIMATE_CEILING);
    }

    /** The finished cards of articles, by id; the ones that are not public are absent. */
    public List<Card> cards(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                "select a.id, a.headline, a.card from PublishedArticle a where a.id in (:ids)",
                                Card.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** An article's finished card, with its headline. */
    public record Card(UUID id, String headline, String json) {}

    /** Writes out what has changed and lets go of these, so that a long transaction does not fill the memory. */
    public void writeAndForget(List<PublishedArticle> written) {
        flush();
        written.forEach(getEntityManager()::detach);
    }

    /** Links to those of the articles that are public. */
    public List<ArticleLink> links(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : links("a.id in (:value)", ids);
    }

    public List<ArticleLink> translations(UUID group) {
        return links("a.translationGroup = :value", group);
    }

    private List<ArticleLink> links(String condition, Object value) {
        return getEntityManager()
                .createQuery(
                        "select a.id, a.language, a.slug, a.headline from PublishedArticle a where " + condition
                                + " order by a.language, a.id",
                        Object[].class)
                .setParameter("value", value)
                .getResultStream()
                .map(row -> ArticleLink.to((UUID) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    /** The articles whose views may name this one: its translations, and those whose body points to it. */
    public List<UUID> showing(UUID article, UUID translationGroup) {
        return getEntityManager()
                .createQuery(
                        "select a.id from PublishedArticle a where a.translationGroup = :group"
                                + " union select b.id from PublishedArticle b join b.mentions m where m = :article",
                        UUID.class)
                .setParameter("group", translationGroup)
                .setParameter("article", article)
                .getResultList();
    }

    public List<UUID> carrying(UUID tag) {
        return getEntityManager()
                .createQuery(
                        "select distinct a.id from PublishedArticle a join a.tags t where t.tagId = :tag order by a.id",
                        UUID.class)
                .setParameter("tag", tag)
                .getResultList();
    }
}
