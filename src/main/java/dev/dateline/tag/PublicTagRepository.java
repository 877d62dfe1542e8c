package dev.dateline.tag;

import dev.dateline.content.TagFilter;
import dev.dateline.content.TagType;
import dev.dateline.database.DeliveryReads;
import dev.dateline.database.OneColumn;
import dev.dateline.extension.ExtensionSchemas;
import dev.dateline.http.Cursor;
import dev.dateline.http.Parameters;
import jakarta.inject.Singleton;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every query about tags for readers. They go through {@link #PUBLIC}, the one rule of which tags are public: those that are
 * announced, those that something published carries, and those that stand above a public one. One that was merged leads to the
 * other.
 */
@Singleton
public class PublicTagRepository {

    private static final String PUBLIC =
            "(t.announced = true or exists (select 1 from PublishedArticle a join a.tags c where c.tagId = t.id)"
                    + " or function('tag_is_above_a_public_one', t.id) = true)";

    static final String PUBLIC_ITSELF =
            "(t.announced or exists (select 1 from published_article_tag c where c.tag_id = t.id))";

    private static final String MATCH = "t.id, t.type, w.id as asked, %s as word, " + PUBLIC_ITSELF
            + " as itself, not " + PUBLIC_ITSELF
            + " and tag_is_above_a_public_one(t.id) as above from tag w join tag t on t.id = w.leads_to ";

    /** A page elsewhere shows no more. */
    private static final int MOST_CHILDREN = 1_000;

    private final DeliveryReads reads;
    private final ExtensionSchemas schemas;

    PublicTagRepository(DeliveryReads reads, ExtensionSchemas schemas) {
        this.schemas = schemas;
        this.reads = reads;
    }

    /**
     * What the tags that filters name lead to; what is unknown is absent. In SQL, because Hibernate translates HQL with a list
     * of parameters anew each time.
     */
    public Map<TagFilter.Reference, TagMatch> matches(Collection<TagFilter.Reference> references) {
        Map<String, TagMatch> found =
                byWord(references.stream().map(TagFilter.Reference::word).collect(Collectors.toSet()));
        return TagTree.matches(references, found, this::withThoseBelow);
    }

    private Map<String, TagMatch> byWord(Set<String> words) {
        if (words.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = words.stream().flatMap(Parameters::uuids).toList();
        List<Object[]> rows = reads.read(session -> session.createNativeQuery(
                        "select " + MATCH.formatted("w.slug")
                                + "where w.slug = any(:words) or w.id = any(:ids) union all select "
                                + MATCH.formatted("a.alias")
                                + "join tag_alias a on a.tag_id = w.id where a.alias = any(:words)",
                        Object[].class)
                .addScalar("id", UUID.class)
                .addAttributeResult("type", Tag.class, "type")
                .addScalar("asked", UUID.class)
                .addScalar("word", String.class)
                .addScalar("itself", Boolean.class)
                .addScalar("above", Boolean.class)
                .setParameter("words", words.toArray(String[]::new))
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList());
        Map<String, TagMatch> matches = new HashMap<>();
        for (Object[] row : rows) {
            UUID id = (UUID) row[0];
            TagMatch match = new TagMatch(id, (TagType) row[1], Set.of(id), (Boolean) row[4], (Boolean) row[5]);
            matches.put(row[2].toString(), match);
            matches.put((String) row[3], match);
        }
        return matches;
    }

    /** These, and all that are merged into them: under which ids they may have been told of. */
    public Set<UUID> withThoseMerged(Collection<UUID> ids) {
        return reads.read(session -> Set.copyOf(OneColumn.query(session, TagTree.WITH_THOSE_MERGED, "id", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()));
    }

    private Set<UUID> withThoseBelow(UUID id) {
        return reads.read(session -> Set.copyOf(OneColumn.query(session, TagTree.BELOW, "id", UUID.class)
                .setParameter("id", id)
                .getResultList()));
    }

    /** What these lead to, under the ids that were asked for, and all that stands above; public or not. */
    Map<UUID, Tag> withThoseAbove(Collection<UUID> ids) {
        return TagTree.withThoseAbove(Set.copyOf(ids), this::leads);
    }

    private Map<UUID, Tag> leads(Set<UUID> ids) {
        return reads
                .read(session -> session.createSelectionQuery(
                                "select w.id, t from Tag w join Tag t on t.id = w.leadsTo where w.id in (:ids)",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Tag) row[1]));
    }

    private static final String SELECT_PUBLIC = "select t from Tag t where t.leadsTo = t.id and " + PUBLIC;

    public Optional<TagView> findPublic(String slugOrAlias) {
        return views(reads.read(session -> session.createSelectionQuery(
                                SELECT_PUBLIC + " and t.id in (select s.leadsTo from Tag s where s.slug = :slug"
                                        + " union all select o.leadsTo from Tag o join o.aliases a where a = :slug)",
                                Tag.class)
                        .setParameter("slug", slugOrAlias)
                        .getResultList()))
                .stream()
                .findFirst();
    }

    /** With the tags right above each, which are public because it is. */
    private List<TagView> views(List<Tag> tags) {
        Set<UUID> above = tags.stream().flatMap(tag -> tag.above().stream()).collect(Collectors.toSet());
        Map<UUID, Tag> known = above.isEmpty() ? Map.of() : leads(above);
        return tags.stream()
                .map(tag -> TagView.of(
                        tag,
                        tag.above().stream()
                                .map(known::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        schemas.of("tag").shown(tag.extensions())))
                .toList();
    }

    /** Public tags right below one, oldest first. */
    List<NamedTag> children(UUID id) {
        return tags(reads.read(session -> OneColumn.query(
                                session,
                                "select id from tag where above @> array[cast(:id as uuid)] and id in (select public_tags())"
                                        + " order by id" + DeliveryReads.limit(MOST_CHILDREN),
                                "id",
                                UUID.class)
                        .setParameter("id", id)
                        .getResultList()))
                .stream()
                .map(NamedTag::of)
                .toList();
    }

    /** These, in their order. */
    private List<Tag> tags(List<UUID> ids) {
        Map<UUID, Tag> known = ids.isEmpty() ? Map.of() : leads(Set.copyOf(ids));
        return ids.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    TagCounts.Now counts(UUID id, Instant now) {
        Object[] row = reads.read(session -> session.createNativeQuery("""
                        select count(*), count(*) filter (where published_at > :week),
                            count(*) filter (where published_at > :month),
                            min(published_at) filter (where published_at > :week),
                            min(published_at) filter (where published_at > :month)
                        from published_article_tag where tag_id = :id and kind <> 'PAGE'
                        """, Object[].class)
                .setParameter("id", id)
                .setParameter("week", now.minus(TagCounts.WEEK))
                .setParameter("month", now.minus(TagCounts.MONTH))
                .getSingleResult());
        Instant until = Stream.of(
                        Stream.ofNullable((Instant) row[3]).map(oldest -> oldest.plus(TagCounts.WEEK)),
                        Stream.ofNullable((Instant) row[4]).map(oldest -> oldest.plus(TagCounts.MONTH)))
                .flatMap(Function.identity())
                .min(Instant::compareTo)
                .orElse(null);
        return new TagCounts.Now(new TagCounts((Long) row[0], (Long) row[1], (Long) row[2]), until);
    }

    /** Those of these that are public, under the ids that were asked for. */
    public Map<UUID, TagView> publicViews(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> found = reads.read(session -> session.createSelectionQuery(
                        "select w.id, t from Tag w join Tag t on t.id = w.leadsTo where w.id in (:ids) and " + PUBLIC,
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList());
        Set<UUID> met = new HashSet<>();
        Map<UUID, TagView> byId =
                views(found.stream()
                                .map(row -> (Tag) row[1])
                                .filter(tag -> met.add(tag.id()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(TagView::id, Function.identity()));
        return found.stream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0], row -> Objects.requireNonNull(byId.get(((Tag) row[1]).id()))));
    }

    /** Public tags in the order of their ids, which is that of their creation. */
    List<TagView> listPublic(@Nullable TagType type, @Nullable Cursor cursor, int count) {
        boolean backwards = cursor != null && cursor.backwards();
        String query = "select t.id from tag t where t.id in (select public_tags())"
                + (type == null ? "" : " and t.type = :type")
                + (cursor == null ? "" : " and t.id " + (backwards ? "<" : ">") + " :after")
                + " order by t.id" + (backwards ? " desc" : "") + DeliveryReads.limit(count);
        return views(tags(reads.read(session -> {
            var page = OneColumn.query(session, query, "id", UUID.class);
            if (type != null) {
                page.setParameter("type", type.name());
            }
            if (cursor != null) {
                page.setParameter("after", cursor.id());
            }
            return page.getResultList();
        })));
    }
}
