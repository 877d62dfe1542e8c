package dev.dateline.tag;

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
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;
import org.jspecify.annotations.Nullable;

/** Every query about tags. Those for readers go through {@link #PUBLIC}, the one rule of which tags are public. */
@ApplicationScoped
public class TagRepository implements PanacheRepositoryBase<Tag, UUID> {

    private static final String PUBLIC =
            "(t.announced = true or exists (select 1 from PublishedArticle a join a.tags c where c.tagId = t.id))";

    private static final Object RESOLVED = TagRepository.class;

    private final TransactionSynchronizationRegistry transaction;

    TagRepository(TransactionSynchronizationRegistry transaction) {
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
        List<UUID> ids = references.stream().flatMap(TagRepository::uuid).toList();
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

    private static Stream<UUID> uuid(String text) {
        try {
            return Stream.of(Parameters.uuid(text));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
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

    /** Whether a slug leads to another tag than this one, as its slug or as an alias. */
    public boolean taken(String slug, UUID self) {
        return count(
                        "from Tag t where t.id <> ?1 and (t.slug = ?2 or exists"
                                + " (select 1 from Tag o join o.aliases a where o.id = t.id and a = ?2))",
                        self,
                        slug)
                > 0;
    }

    Optional<Tag> findPublic(String slugOrAlias) {
        return find(
                        "from Tag t where " + PUBLIC + " and (t.slug = ?1 or exists"
                                + " (select 1 from Tag o join o.aliases a where o.id = t.id and a = ?1))",
                        slugOrAlias)
                .firstResultOptional();
    }

    Map<UUID, Tag> publicById(Collection<UUID> ids) {
        Map<UUID, Tag> found = new HashMap<>();
        if (!ids.isEmpty()) {
            list("from Tag t where " + PUBLIC + " and t.id in ?1", ids).forEach(tag -> found.put(tag.id(), tag));
        }
        return found;
    }

    /** Public tags in the order of their ids, which is that of their creation. */
    List<Tag> listPublic(@Nullable TagType type, @Nullable UUID after, boolean backwards, int count) {
        return list(PUBLIC, type, after, backwards, count);
    }

    /** All tags, in the same order, for the newsroom. */
    public List<Tag> listAll(@Nullable TagType type, @Nullable UUID after, boolean backwards, int count) {
        return list("1 = 1", type, after, backwards, count);
    }

    private List<Tag> list(
            String condition, @Nullable TagType type, @Nullable UUID after, boolean backwards, int count) {
        Map<String, Object> parameters = new HashMap<>();
        String query = "from Tag t where " + condition;
        if (type != null) {
            query += " and t.type = :type";
            parameters.put("type", type);
        }
        if (after != null) {
            query += backwards ? " and t.id < :after" : " and t.id > :after";
            parameters.put("after", after);
        }
        return find(query + " order by t.id" + (backwards ? " desc" : ""), parameters)
                .range(0, count - 1)
                .list();
    }

    /** How many working copies carry the tag, and how many tags stand below it. */
    public long uses(UUID id) {
        Object uses =
                getEntityManager().createNativeQuery("""
                        select (select count(*) from (select article_id from article_tag where tag_id = ?1
                                union select article_id from published_article_tag where tag_id = ?1) articles)
                            + (select count(*) from tag where parent_id = ?1)
                        """).setParameter(1, id).getSingleResult();
        return ((Number) uses).longValue();
    }
}
