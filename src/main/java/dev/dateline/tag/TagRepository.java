package dev.dateline.tag;

import dev.dateline.content.TagType;
import dev.dateline.database.DeliveryReads;
import dev.dateline.http.Cursor;
import dev.dateline.http.Parameters;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;
import org.jspecify.annotations.Nullable;

/** Every query about tags. Those for readers go through {@link #PUBLIC}, the one rule of which tags are public:
 * those that are announced, those that something published carries, and those that stand above a public one. */
@ApplicationScoped
public class TagRepository implements PanacheRepositoryBase<Tag, UUID> {

    private static final String PUBLIC =
            "(t.announced = true or exists (select 1 from PublishedArticle a join a.tags c where c.tagId = t.id)"
                    + " or function('tag_is_above_a_public_one', t.id) = true)";

    private static final String PUBLIC_ITSELF =
            "(t.announced or exists (select 1 from published_article_tag c where c.tag_id = t.id))";

    private static final String MATCH = "t.id, t.type, %s as word, " + PUBLIC_ITSELF + " as itself, not "
            + PUBLIC_ITSELF + " and tag_is_above_a_public_one(t.id) as above from tag t ";

    private static final Object RESOLVED = TagRepository.class;

    private final DeliveryReads reads;
    private final TransactionSynchronizationRegistry transaction;

    TagRepository(DeliveryReads reads, TransactionSynchronizationRegistry transaction) {
        this.reads = reads;
        this.transaction = transaction;
    }

    public Optional<Tag> forUpdate(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Tags by slug, alias or id, under the very words that were asked for; what is unknown is absent. */
    public Map<String, Tag> resolve(Collection<String> references) {
        Map<String, Tag> met = resolvedInTransaction();
        Set<String> unmet = new HashSet<>(references);
        unmet.removeAll(met.keySet());
        if (!unmet.isEmpty()) {
            met.putAll(find(unmet));
        }
        return met;
    }

    /** An import names the same few tags in every record of a transaction; each is looked up once. */
    @SuppressWarnings("unchecked")
    private Map<String, Tag> resolvedInTransaction() {
        if (transaction.getTransactionKey() == null) {
            return new HashMap<>();
        }
        Object met = transaction.getResource(RESOLVED);
        if (met == null) {
            met = new HashMap<String, Tag>();
            transaction.putResource(RESOLVED, met);
        }
        return (Map<String, Tag>) met;
    }

    /** To be called when a tag changes, so that the rest of the transaction sees it. */
    public void forgetResolved() {
        resolvedInTransaction().clear();
    }

    private Map<String, Tag> find(Collection<String> references) {
        Map<String, Tag> found = new HashMap<>();
        List<UUID> ids = references.stream().flatMap(Parameters::uuids).toList();
        List<Tag> tags = list(
                "from Tag t left join fetch t.aliases where t.slug in (:words) or t.id in (:ids)"
                        + " or exists (select 1 from Tag o join o.aliases a where o.id = t.id and a in (:words))",
                Map.of("words", references, "ids", ids));
        for (Tag tag : tags) {
            tag.aliases().forEach(alias -> found.put(alias, tag));
        }
        for (Tag tag : tags) {
            found.put(tag.id().toString(), tag);
            found.put(tag.slug(), tag);
        }
        return found;
    }

    /**
     * What the words of a filter lead to: slugs, aliases or ids; what is unknown is absent. In SQL, because Hibernate
     * translates HQL with a list of parameters anew each time.
     */
    public Map<String, TagMatch> matches(Collection<String> references) {
        if (references.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = references.stream().flatMap(Parameters::uuids).toList();
        List<Object[]> rows = reads.read(session -> session.createNativeQuery(
                        "select " + MATCH.formatted("t.slug")
                                + "where t.slug = any(:words) or t.id = any(:ids) union all select "
                                + MATCH.formatted("a.alias")
                                + "join tag_alias a on a.tag_id = t.id where a.alias = any(:words)",
                        Object[].class)
                .addScalar("id", UUID.class)
                .addAttributeResult("type", Tag.class, "type")
                .addScalar("word", String.class)
                .addScalar("itself", Boolean.class)
                .addScalar("above", Boolean.class)
                .setParameter("words", references.toArray(String[]::new))
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList());
        Map<String, TagMatch> matches = new HashMap<>();
        for (Object[] row : rows) {
            TagMatch match = new TagMatch((UUID) row[0], (TagType) row[1], (Boolean) row[3], (Boolean) row[4]);
            matches.put(match.id().toString(), match);
            matches.put((String) row[2], match);
        }
        return matches;
    }

    /** The same for what is being written, in the caller's transaction. */
    public Map<String, TagMatch> matchesInTransaction(Collection<String> references) {
        Map<String, TagMatch> matches = new HashMap<>();
        resolve(references).forEach((word, tag) -> matches.put(word, new TagMatch(tag.id(), tag.type(), true, true)));
        return matches;
    }

    public Map<UUID, Tag> byId(Collection<UUID> ids) {
        Map<UUID, Tag> found = new HashMap<>();
        if (!ids.isEmpty()) {
            Session session = getEntityManager().unwrap(Session.class);
            session.findMultiple(Tag.class, List.copyOf(ids), SessionCheckMode.ENABLED).stream()
                    .filter(Objects::nonNull)
                    .forEach(tag -> found.put(tag.id(), tag));
        }
        return found;
    }

    /** These, and all that stand above them, to the top. */
    public Map<UUID, Tag> withThoseAbove(Collection<UUID> ids) {
        Map<UUID, Tag> known = new HashMap<>();
        Collection<UUID> next = ids;
        while (!next.isEmpty()) {
            Map<UUID, Tag> found = byId(next);
            known.putAll(found);
            next = found.values().stream()
                    .map(Tag::parentId)
                    .filter(Objects::nonNull)
                    .filter(parent -> !known.containsKey(parent))
                    .collect(Collectors.toSet());
        }
        return known;
    }

    /** It and all that stand below it, to the bottom. */
    public Set<UUID> withThoseBelow(UUID id) {
        return Set.copyOf(getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        with recursive below(id) as (select cast(:id as uuid)
                            union select t.id from tag t join below b on t.parent_id = b.id)
                        select id from below
                        """, UUID.class)
                .setParameter("id", id)
                .getResultList());
    }

    /** Whether a slug leads to another tag than this one, as its slug or as an alias. */
    public boolean taken(String slug, UUID self) {
        return count(
                        "from Tag t where t.id <> ?1 and (t.slug = ?2 or exists"
                                + " (select 1 from Tag o join o.aliases a where o.id = t.id and a = ?2))",
                        self,
                        slug)
                > 0;
    }

    /** A public tag, with the slug of the tag above it, which is public because this one is. */
    record Public(Tag tag, @Nullable String parent) {}

    private static final String SELECT_PUBLIC =
            "select t, p.slug from Tag t left join Tag p on p.id = t.parentId where " + PUBLIC;

    Optional<Public> findPublic(String slugOrAlias) {
        return reads.read(session -> session.createSelectionQuery(
                        SELECT_PUBLIC + " and t.id in (select s.id from Tag s where s.slug = :slug"
                                + " union all select o.id from Tag o join o.aliases a where a = :slug)",
                        Public.class)
                .setParameter("slug", slugOrAlias)
                .uniqueResultOptional());
    }

    /** Those of these that are public. */
    public Map<UUID, TagView> publicViews(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return reads
                .read(session -> session.createSelectionQuery(SELECT_PUBLIC + " and t.id in (:ids)", Public.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .stream()
                .map(found -> TagView.of(found.tag(), found.parent()))
                .collect(Collectors.toMap(TagView::id, Function.identity()));
    }

    /** Public tags in the order of their ids, which is that of their creation. */
    List<Public> listPublic(@Nullable TagType type, @Nullable Cursor cursor, int count) {
        Map<String, Object> parameters = new HashMap<>();
        String query = SELECT_PUBLIC + page(type, cursor, parameters) + DeliveryReads.limit(count);
        return reads.read(session -> {
            var page = session.createSelectionQuery(query, Public.class);
            parameters.forEach(page::setParameter);
            return page.getResultList();
        });
    }

    /** Tags that an editor looks for, public or not, in the same order. */
    public List<Tag> listAll(TagQuery query, @Nullable Cursor cursor, int count) {
        Map<String, Object> parameters = new HashMap<>();
        return find(
                        "from Tag t where 1 = 1" + query.conditions(parameters)
                                + page(query.type(), cursor, parameters),
                        parameters)
                .range(0, count - 1)
                .list();
    }

    private static String page(@Nullable TagType type, @Nullable Cursor cursor, Map<String, Object> parameters) {
        boolean backwards = cursor != null && cursor.backwards();
        String conditions = "";
        if (type != null) {
            conditions += " and t.type = :type";
            parameters.put("type", type);
        }
        if (cursor != null) {
            conditions += backwards ? " and t.id < :after" : " and t.id > :after";
            parameters.put("after", cursor.id());
        }
        return conditions + " order by t.id" + (backwards ? " desc" : "");
    }

    /** How many articles, tags, lists and sites refer to it. */
    public long uses(UUID id) {
        Object uses =
                getEntityManager().createNativeQuery("""
                        select (select count(*) from (select article_id from article_tag where tag_id = ?1
                                union select article_id from published_article_tag where tag_id = ?1) articles)
                            + (select count(*) from tag where parent_id = ?1)
                            + (select count(*) from story_list where content #>> '{rule,tag}' like '%' || ?1 || '%')
                            + (select count(*) from site where content -> 'sections' @> to_jsonb(cast(?1 as text)))
                        """).setParameter(1, id).getSingleResult();
        return ((Number) uses).longValue();
    }
}
