package dev.dateline.tag;

import dev.dateline.content.TagFilter;
import dev.dateline.database.LockingRepository;
import dev.dateline.database.OneColumn;
import dev.dateline.http.Cursor;
import dev.dateline.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
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

/**
 * Every query about tags for those who write. What names a tag that was merged is led to the other one here, so that nobody
 * else need think of it.
 */
@ApplicationScoped
public class TagRepository implements LockingRepository<Tag> {

    private static final Object RESOLVED = TagRepository.class;

    private final TransactionSynchronizationRegistry transaction;

    TagRepository(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /** What slugs, aliases or ids lead to, under the very words that were asked for; what is unknown is absent. */
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
        Map<UUID, Tag> leads = byId(tags.stream().map(Tag::id).toList());
        for (Tag tag : tags) {
            Tag other = Objects.requireNonNull(leads.get(tag.id()));
            tag.aliases().forEach(alias -> found.put(alias, other));
            found.put(tag.id().toString(), other);
            found.put(tag.slug(), other);
        }
        return found;
    }

    /** What the tags that a filter names lead to, in the caller's transaction; all are there for those who write. */
    public Map<TagFilter.Reference, TagMatch> matches(Collection<TagFilter.Reference> references) {
        Map<String, TagMatch> byWord = new HashMap<>();
        resolve(references.stream().map(TagFilter.Reference::word).collect(Collectors.toSet()))
                .forEach((word, tag) ->
                        byWord.put(word, new TagMatch(tag.id(), tag.type(), Set.of(tag.id()), true, true)));
        return TagTree.matches(references, byWord, this::withThoseBelow);
    }

    /** What these lead to, under the ids that were asked for. */
    public Map<UUID, Tag> byId(Collection<UUID> ids) {
        Map<UUID, Tag> found = new HashMap<>(existing(ids));
        Set<UUID> elsewhere = found.values().stream()
                .map(Tag::leadsTo)
                .filter(id -> !found.containsKey(id))
                .collect(Collectors.toSet());
        Map<UUID, Tag> others = existing(elsewhere);
        found.replaceAll((id, tag) -> others.getOrDefault(tag.leadsTo(), found.getOrDefault(tag.leadsTo(), tag)));
        return found;
    }

    /** By which slugs editors see these tags: those of the tags that they lead to. What is unknown is absent. */
    public Map<UUID, String> slugs(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select t.id, coalesce(other.slug, t.slug) as shown from tag t left join tag other on other.id = t.leads_to"
                                + " where t.id = any(:ids)",
                        Object[].class)
                .addSynchronizedEntityClass(Tag.class)
                .addScalar("id", UUID.class)
                .addScalar("shown", String.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    private Map<UUID, Tag> existing(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Session session = getEntityManager().unwrap(Session.class);
        return session.findMultiple(Tag.class, List.copyOf(ids), SessionCheckMode.ENABLED).stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Tag::id, Function.identity(), (one, same) -> one));
    }

    /** Tags that something names already, by ids; those that are gone are absent. */
    public StoredTags stored(Collection<String> ids) {
        List<UUID> stored = ids.stream().flatMap(Parameters::uuids).toList();
        return new StoredTags(stored, byId(stored));
    }

    /** These, and all that stand above them, to the top. */
    public Map<UUID, Tag> withThoseAbove(Collection<UUID> ids) {
        return TagTree.withThoseAbove(Set.copyOf(ids), this::existing);
    }

    /** It and all that stand below it, to the bottom. */
    public Set<UUID> withThoseBelow(UUID id) {
        return Set.copyOf(OneColumn.query(getEntityManager().unwrap(Session.class), TagTree.BELOW, "id", UUID.class)
                .setParameter("id", id)
                .getResultList());
    }

    /** How many levels there are from the top down to the lowest of these. */
    public int levelsAbove(Set<UUID> above) {
        return TagTree.levels(above, withThoseAbove(above));
    }

    /** Reads anew what was written beside them. */
    public void refresh(Tag... written) {
        flush();
        for (Tag tag : written) {
            getEntityManager().refresh(tag);
        }
    }

    /** How many levels stand below it. */
    public int levelsBelow(UUID id) {
        Object levels =
                getEntityManager().createNativeQuery("""
                        with recursive below(id, level) as (select cast(?1 as uuid), 0
                            union select t.id, b.level + 1 from tag t join below b on t.above @> array[b.id] and t.leads_to = t.id
                                where b.level < 100)
                        select max(level) from below
                        """).setParameter(1, id).getSingleResult();
        return ((Number) levels).intValue();
    }

    /** These, and all that are merged into them: under which ids they may be stored. */
    public Set<UUID> withThoseMerged(Collection<UUID> ids) {
        return Set.copyOf(
                OneColumn.query(getEntityManager().unwrap(Session.class), TagTree.WITH_THOSE_MERGED, "id", UUID.class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList());
    }

    /** Has all below it know that what stands above them looks otherwise now. */
    public void looksChangedBelow(UUID id, Instant now) {
        flush();
        getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery(
                        "update tag set looks_changed_at = :now where id <> :id and id in (" + TagTree.BELOW + ")")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Another tag of the same type, right under the same ones, that has one of its names in the same language. */
    public Optional<Tag> namesake(Tag tag) {
        return find(
                        "from Tag t where t.id <> ?1 and t.leadsTo = t.id and array_intersects(t.nameKeys, ?2)",
                        tag.id(),
                        tag.nameKeys().toArray(String[]::new))
                .stream()
                .filter(other -> Set.copyOf(other.above()).equals(Set.copyOf(tag.above())))
                .findFirst();
    }

    /** The slugs of two that stand right under the same ones with one name, of which one is this tag, or names it as its parent, or
     * one that was merged into it. */
    public Optional<String> namesakes(UUID id) {
        return OneColumn.query(getEntityManager().unwrap(Session.class), """
                        with recursive chain(id) as (select cast(:tag as uuid)
                            union select t.id from tag t join chain c on t.merged_into = c.id)
                        select a.slug || ' and ' || b.slug as pair from tag a
                        join tag b on b.id <> a.id and b.leads_to = b.id and b.name_keys && a.name_keys
                            and b.above @> a.above and b.above <@ a.above
                        where a.leads_to = a.id and (a.id = :tag or a.parents && array(select id from chain))
                        """, "pair", String.class)
                .setParameter("tag", id)
                .setMaxResults(1)
                .uniqueResultOptional();
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

    /** Tags that an editor looks for, public or not, in the same order. */
    public List<Tag> listAll(TagQuery query, @Nullable Cursor cursor, int count) {
        Map<String, Object> parameters = new HashMap<>();
        return find(
                        "from Tag t where 1 = 1" + query.conditions(parameters)
                                + TagQuery.page(query.type(), cursor, parameters),
                        parameters)
                .range(0, count - 1)
                .list();
    }

    /** How many articles, tags, lists, sites and partners' entitlements refer to it. */
    public long uses(UUID id) {
        Object uses =
                getEntityManager().createNativeQuery("""
                        select (select count(*) from live_update_tag where tag_id = ?1)
                            + (select count(*) from (select article_id from article_tag where tag_id = ?1
                                union select article_id from published_article_tag where tag_id = ?1) articles)
                            + (select count(*) from tag where above @> array[?1] or parents @> array[?1] or merged_into = ?1)
                            + (select count(*) from story_list where content #>> '{rule,tag}' like '%' || ?1 || '%')
                            + (select count(*) from site where content -> 'sections' @> to_jsonb(cast(?1 as text)))
                            + (select count(*) from partner_by_tag p where p.tags @> to_jsonb(cast(?1 as text)))
                        """).setParameter(1, id).getSingleResult();
        return ((Number) uses).longValue();
    }
}
