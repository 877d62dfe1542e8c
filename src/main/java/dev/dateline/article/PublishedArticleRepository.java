package dev.dateline.article;

import dev.dateline.content.ArticleKind;
import dev.dateline.content.ArticleLink;
import dev.dateline.database.DeliveryReads;
import dev.dateline.database.OneColumn;
import dev.dateline.http.Cursor;
import dev.dateline.http.Slice;
import dev.dateline.json.JsonText;
import dev.dateline.problem.Problem;
import dev.dateline.published.BodyFormat;
import dev.dateline.published.MeasuredPage;
import dev.dateline.tag.FilledJson;
import dev.dateline.tag.TagPlaceholders;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every query about published articles. Reads for the public select finished JSON and never load the entity. */
@ApplicationScoped
public class PublishedArticleRepository implements PanacheRepositoryBase<PublishedArticle, UUID> {

    private static final int ESTIMATE_CEILING = 10_000;

    /** One article of a collection: its place in the order and its JSON, until when that may be shown. */
    record Row(UUID id, Instant at, @Nullable Instant shownUntil, JsonText view, JsonText body) {

        Row(UUID id, Instant at, @Nullable Instant shownUntil, JsonText view) {
            this(id, at, shownUntil, view, JsonText.EMPTY);
        }

        private Row with(JsonText filled) {
            return new Row(id, at, shownUntil, filled, body);
        }
    }

    private final DeliveryReads reads;
    private final ArticleSizes sizes;
    private final TagPlaceholders placeholders;

    PublishedArticleRepository(DeliveryReads reads, ArticleSizes sizes, TagPlaceholders placeholders) {
        this.reads = reads;
        this.placeholders = placeholders;
        this.sizes = sizes;
    }

    /** What an address leads to: an article as it is now, or, with nothing but the id, one that was withdrawn. */
    record Single(
            UUID id,
            @Nullable ArticleKind kind,
            @Nullable String language,
            @Nullable String slug,
            @Nullable Instant renderedAt,
            @Nullable Instant shownUntil,
            @Nullable JsonText view,
            @Nullable JsonText body) {

        Single(
                UUID id,
                @Nullable ArticleKind kind,
                @Nullable String language,
                @Nullable String slug,
                @Nullable Instant renderedAt,
                @Nullable Instant shownUntil,
                @Nullable JsonText view) {
            this(id, kind, language, slug, renderedAt, shownUntil, view, JsonText.EMPTY);
        }

        private Single with(FilledJson filled) {
            Instant rendered = renderedAt;
            Instant newest = rendered == null
                    ? null
                    : filled.changedAt().filter(rendered::isBefore).orElse(rendered);
            return new Single(id, kind, language, slug, newest, shownUntil, filled.json(), body);
        }
    }

    /** By slug: without a language, the first article that ever had it keeps it. In a range, the language itself comes first. */
    Optional<Single> bySlug(String slug, @Nullable String language, BodyFormat format) {
        Optional<Single> stored = reads.read(session -> {
            var query = session.createSelectionQuery(
                            "select d.targetId, a.kind, a.language, a.slug, a.renderedAt, a.shownUntil, a.fullView"
                                    + format.expression()
                                    + " from Address d left join PublishedArticle a on a.id = d.targetId"
                                    + " where d.key.kind = 'article' and d.key.slug = :slug"
                                    + (language == null
                                            ? ""
                                            : " and (d.key.language = :language or d.key.language like :range)")
                                    + " order by "
                                    + (language == null
                                            ? ""
                                            : "case when d.key.language = :language then 0 else 1 end, ")
                                    + "d.since, d.targetId" + DeliveryReads.ONE,
                            Single.class)
                    .setParameter("slug", slug);
            if (language != null) {
                query.setParameter("language", language).setParameter("range", language + "-%");
            }
            return query.uniqueResultOptional();
        });
        return stored.map(this::filledOne);
    }

    private Single filledOne(Single stored) {
        JsonText view = stored.view();
        return view == null
                ? stored
                : stored.with(placeholders.fillAll(List.of(view)).get(0));
    }

    private List<Row> filled(List<Row> stored) {
        List<FilledJson> views =
                placeholders.fillAll(stored.stream().map(Row::view).toList());
        return IntStream.range(0, stored.size())
                .mapToObj(i -> stored.get(i).with(views.get(i).json()))
                .toList();
    }

    Optional<Single> byId(UUID id, BodyFormat format) {
        Optional<Single> stored = reads.read(session -> session.createSelectionQuery(
                        "select d.targetId, a.kind, a.language, a.slug, a.renderedAt, a.shownUntil, a.fullView"
                                + format.expression()
                                + " from Address d left join PublishedArticle a on a.id = d.targetId"
                                + " where d.targetId = :id and d.key.kind = 'article' order by d.since"
                                + DeliveryReads.ONE,
                        Single.class)
                .setParameter("id", id)
                .uniqueResultOptional());
        return stored.map(this::filledOne);
    }

    /**
     * Whole articles as far as they fit on a page.
     *
     * @throws Problem {@code unavailable} when there is no memory for it now
     */
    Slice<Row> page(ArticleQuery query, @Nullable Cursor cursor, int count, ArticleConditions conditions) {
        boolean backwards = cursor != null && cursor.backwards();
        conditions.beyond(cursor);
        if (query.body() == BodyFormat.NONE) {
            return Slice.first(count, page(query, conditions, backwards, count + 1));
        }
        MeasuredPage measured = sizes.fit(conditions, backwards, count, query.body());
        return measured.read(page(query, conditions, backwards, measured.count()), Row::id);
    }

    private List<Row> page(ArticleQuery query, ArticleConditions conditions, boolean backwards, int count) {
        return filled(reads.read(session -> {
            var rows = session.createSelectionQuery(
                    "select a.id, a." + query.order().attribute() + ", a.shownUntil, "
                            + query.view().expression() + query.body().expression()
                            + conditions.page(backwards, count),
                    Row.class);
            conditions.parameters().forEach(rows::setParameter);
            return rows.getResultList();
        }));
    }

    List<Row> batch(Collection<UUID> ids, ArticleQuery.View view, BodyFormat body) {
        return filled(reads.read(session -> session.createSelectionQuery(
                        "select a.id, a.publishedAt, a.shownUntil, "
                                + view.expression() + body.expression()
                                + " from PublishedArticle a where a.id in (:ids)",
                        Row.class)
                .setParameter("ids", ids)
                .getResultList()));
    }

    long count(ArticleConditions conditions) {
        return number("select count(*)" + conditions.from() + conditions.where(), conditions.parameters());
    }

    private long number(String query, Map<String, @Nullable Object> parameters) {
        return reads.read(session -> {
            var number = session.createSelectionQuery(query, Long.class);
            parameters.forEach(number::setParameter);
            return number.getSingleResult();
        });
    }

    /** Counts no further than a ceiling, so that it costs the same at any size. */
    MatchCount estimate(ArticleConditions conditions) {
        long counted = number(
                "select count(*) from (select a.id as id" + conditions.from() + conditions.where()
                        + conditions.orderBy(false) + DeliveryReads.limit(ESTIMATE_CEILING + 1) + ") counted",
                conditions.parameters());
        return new MatchCount(Math.min(counted, ESTIMATE_CEILING), counted <= ESTIMATE_CEILING);
    }

    /** Those of these that readers are shown. */
    Set<UUID> shown(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : reads.read(session -> Set.copyOf(OneColumn.query(
                                session, "select id from published_article where id = any(:ids)", "id", UUID.class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList()));
    }

    /** An article's place in the order of publication. */
    record Place(UUID id, Instant at) {}

    /** The newest that match, in the caller's transaction. */
    List<Place> newest(ArticleConditions conditions, int count) {
        var places = getEntityManager()
                .createQuery("select a.id, a.publishedAt" + conditions.page(false, count), Place.class);
        conditions.parameters().forEach(places::setParameter);
        return places.getResultList();
    }

    /** Removes it, and keeps when it was public. */
    public void withdraw(PublishedArticle article, Instant now) {
        delete(article);
        getEntityManager().persist(new PublishedPeriod(article.id(), article.publicSince(), now));
    }

    /** These, with their tags. */
    public List<PublishedArticle> withTags(List<UUID> ids) {
        return getEntityManager()
                .createQuery(
                        "select distinct a from PublishedArticle a left join fetch a.tags where a.id in (:ids)",
                        PublishedArticle.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Writes out what has changed and lets go of these, so that a long transaction does not fill the memory. */
    public void writeAndForget(List<PublishedArticle> written) {
        flush();
        written.forEach(getEntityManager()::detach);
    }

    /** Links to those of the articles that are public. */
    public List<ArticleLink> links(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : links("a.id in (:values)", ids).map(InGroup::link).toList();
    }

    /** Links to the public articles of translation groups, by group. */
    public Map<UUID, List<ArticleLink>> translations(Set<UUID> groups) {
        return links("a.translationGroup in (:values)", groups)
                .collect(Collectors.groupingBy(InGroup::group, Collectors.mapping(InGroup::link, Collectors.toList())));
    }

    /** A link, and the translation group of what it leads to. */
    private record InGroup(UUID group, ArticleLink link) {}

    private Stream<InGroup> links(String condition, Collection<UUID> values) {
        return getEntityManager()
                .createQuery(
                        "select a.translationGroup, a.id, a.language, a.slug, a.headline from PublishedArticle a where "
                                + condition + " order by a.language, a.id",
                        Object[].class)
                .setParameter("values", values)
                .getResultStream()
                .map(row -> new InGroup(
                        (UUID) row[0],
                        ArticleLink.to((UUID) row[1], (String) row[2], (String) row[3], (String) row[4])));
    }

    /** When the first of these is to be withdrawn, or null. */
    public @Nullable Instant firstWithdrawal(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery("select min(withdrawAt) from PublishedArticle where id in (:ids)", Instant.class)
                .setParameter("ids", ids)
                .getSingleResult();
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

    /** The articles that carry a tag. */
    public List<UUID> carrying(UUID tag) {
        return getEntityManager()
                .createQuery("select d.key.articleId from TaggedArticle d where d.key.tagId = :tag", UUID.class)
                .setParameter("tag", tag)
                .getResultList();
    }
}
