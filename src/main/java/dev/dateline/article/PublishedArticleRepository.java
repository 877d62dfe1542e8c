package dev.dateline.article;

import dev.dateline.content.ArticleLink;
import dev.dateline.content.Correction;
import dev.dateline.delivery.DeliveryReads;
import dev.dateline.http.Cursor;
import dev.dateline.http.JsonText;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every query about published articles. Reads for the public select finished JSON and never load the entity. */
@ApplicationScoped
public class PublishedArticleRepository implements PanacheRepositoryBase<PublishedArticle, UUID> {

    private static final int ESTIMATE_CEILING = 10_000;

    /** One article of a collection: its place in the order and its JSON. */
    record Row(UUID id, Instant at, JsonText view, JsonText body) {

        Row(UUID id, Instant at, JsonText view) {
            this(id, at, view, JsonText.EMPTY);
        }
    }

    private final DeliveryReads reads;

    PublishedArticleRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /** What an address leads to: an article as it is now, or, with nothing but the id, one that was withdrawn. */
    record Single(
            UUID id,
            @Nullable String language,
            @Nullable String slug,
            @Nullable Instant renderedAt,
            @Nullable JsonText view,
            @Nullable JsonText body) {

        Single(
                UUID id,
                @Nullable String language,
                @Nullable String slug,
                @Nullable Instant renderedAt,
                @Nullable JsonText view) {
            this(id, language, slug, renderedAt, view, JsonText.EMPTY);
        }
    }

    /** By slug: without a language, the first article that ever had it keeps it. */
    Optional<Single> bySlug(String slug, @Nullable String language, BodyFormat format) {
        return reads.read(session -> {
            var query = session.createSelectionQuery(
                            "select d.targetId, a.language, a.slug, a.renderedAt, a.fullView" + format.expression()
                                    + " from Address d left join PublishedArticle a on a.id = d.targetId"
                                    + " where d.key.kind = ARTICLE and d.key.slug = :slug"
                                    + (language == null ? "" : " and d.key.language = :language")
                                    + " order by d.since, d.targetId",
                            Single.class)
                    .setParameter("slug", slug)
                    .setMaxResults(1);
            if (language != null) {
                query.setParameter("language", language);
            }
            return query.getResultStream().findFirst();
        });
    }

    Optional<Single> byId(UUID id, BodyFormat format) {
        return reads.read(session -> session.createSelectionQuery(
                        "select d.targetId, a.language, a.slug, a.renderedAt, a.fullView" + format.expression()
                                + " from Address d left join PublishedArticle a on a.id = d.targetId"
                                + " where d.targetId = :id and d.key.kind = ARTICLE order by d.since",
                        Single.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultStream()
                .findFirst());
    }

    List<Row> page(ArticleQuery query, @Nullable Cursor cursor, ArticleConditions conditions) {
        boolean backwards = cursor != null && cursor.backwards();
        conditions.beyond(cursor);
        return reads.read(session -> {
            var rows = session.createSelectionQuery(
                    "select a.id, a." + query.order().attribute() + ", "
                            + query.view().expression() + query.body().expression() + conditions.from()
                            + conditions.where()
                            + conditions.orderBy(backwards),
                    Row.class);
            conditions.parameters().forEach(rows::setParameter);
            return rows.setMaxResults(query.limit() + 1).getResultList();
        });
    }

    List<Row> batch(Collection<UUID> ids, ArticleQuery query) {
        return reads.read(session -> session.createSelectionQuery(
                        "select a.id, a.publishedAt, " + query.view().expression()
                                + query.body().expression() + " from PublishedArticle a where a.id in (:ids)",
                        Row.class)
                .setParameter("ids", ids)
                .getResultList());
    }

    long count(ArticleConditions conditions) {
        return count("select count(*)" + conditions.from() + conditions.where(), conditions);
    }

    private long count(String query, ArticleConditions conditions) {
        return reads.read(session -> {
            var count = session.createSelectionQuery(query, Long.class);
            conditions.parameters().forEach(count::setParameter);
            return count.getSingleResult();
        });
    }

    /** Counts no further than a ceiling, so that it costs the same at any size. */
    MatchCount estimate(ArticleConditions conditions) {
        long counted = count(
                "select count(*) from (select a.id as id" + conditions.from() + conditions.where()
                        + conditions.orderBy(false) + " limit " + (ESTIMATE_CEILING + 1) + ") counted",
                conditions);
        return new MatchCount(Math.min(counted, ESTIMATE_CEILING), counted <= ESTIMATE_CEILING);
    }

    /** An article as a list shows it. */
    public record Card(UUID id, String headline, JsonText json) {}

    /**
     * Those of the articles that are public.
     *
     * @param at only those that were public at this time too, or null
     */
    private Map<UUID, Card> cards(Collection<UUID> ids, @Nullable Instant at) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String then = at == null
                ? ""
                : " and (a.publicSince <= :at or exists (select 1 from PublishedPeriod p where p.key.articleId = a.id"
                        + " and p.key.since <= :at and p.until > :at))";
        return reads.read(session -> {
            var cards = session.createSelectionQuery(
                            "select a.id, a.headline, a.card from PublishedArticle a where a.id in (:ids)" + then,
                            Card.class)
                    .setParameter("ids", ids);
            if (at != null) {
                cards.setParameter("at", at);
            }
            return cards.getResultStream().collect(Collectors.toMap(Card::id, Function.identity()));
        });
    }

    /**
     * The cards of what is shown, where what is shown depends on what is public.
     *
     * @param hidden those that were asked for and are not public
     */
    public record Shown(Map<UUID, Card> cards, Set<UUID> hidden) {

        /** All that the answer depends on. */
        public Set<UUID> articles() {
            Set<UUID> articles = new HashSet<>(cards.keySet());
            articles.addAll(hidden);
            return articles;
        }
    }

    /**
     * Asks for cards until all that is wanted has one: others move up where an article is not public. That is one statement
     * when all are, and one more when not.
     *
     * @param wanted which articles are shown when these are hidden
     * @param at as in {@link #cards}
     */
    public Shown shown(Function<Set<UUID>, Set<UUID>> wanted, @Nullable Instant at) {
        Shown shown = new Shown(new HashMap<>(), new HashSet<>());
        while (true) {
            Set<UUID> missing = new HashSet<>(wanted.apply(shown.hidden()));
            missing.removeAll(shown.cards().keySet());
            if (missing.isEmpty()) {
                return shown;
            }
            Map<UUID, Card> found = cards(missing, at);
            shown.cards().putAll(found);
            missing.removeAll(found.keySet());
            if (missing.isEmpty()) {
                return shown;
            }
            shown.hidden().addAll(missing);
        }
    }

    /** Newest first, with the articles that they are about. */
    List<CorrectionView> corrections(@Nullable String language, @Nullable Cursor cursor, int count) {
        boolean backwards = cursor != null && cursor.backwards();
        String direction = backwards ? "asc" : "desc";
        String query =
                "select c.id, c.type, c.text, c.revision, c.at, a.id, a.language, a.slug, a.headline from PublishedArticle a"
                        + " join a.corrections c where 1 = 1" + (language == null ? "" : " and a.language = :language")
                        + (cursor == null ? "" : " and (c.at, c.id) " + (backwards ? ">" : "<") + " (:at, :after)")
                        + " order by c.at " + direction + ", c.id " + direction;
        return reads.read(session -> {
            var corrections = session.createSelectionQuery(query, Object[].class);
            if (language != null) {
                corrections.setParameter("language", language);
            }
            if (cursor != null) {
                corrections.setParameter("at", cursor.at()).setParameter("after", cursor.id());
            }
            return corrections
                    .setMaxResults(count)
                    .getResultStream()
                    .map(row -> new CorrectionView(
                            (UUID) row[0],
                            (Correction.Type) row[1],
                            (String) row[2],
                            (Long) row[3],
                            (Instant) row[4],
                            ArticleLink.to((UUID) row[5], (String) row[6], (String) row[7], (String) row[8])))
                    .toList();
        });
    }

    /** An article's place in the order of publication. */
    record Place(UUID id, Instant at) {}

    /** The newest that match, in the caller's transaction. */
    List<Place> newest(ArticleConditions conditions, int count) {
        var places = getEntityManager()
                .createQuery(
                        "select a.id, a.publishedAt" + conditions.from() + conditions.where()
                                + conditions.orderBy(false),
                        Place.class);
        conditions.parameters().forEach(places::setParameter);
        return places.setMaxResults(count).getResultList();
    }

    /** Removes it, and keeps when it was public. */
    public void withdraw(PublishedArticle article, Instant now) {
        delete(article);
        getEntityManager().persist(new PublishedPeriod(article.id(), article.publicSince(), now));
    }

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
