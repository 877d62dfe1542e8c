package dev.dateline.tag;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * What follows from a merge, and from its end. Content keeps the ids that it names; where they lead to, what stands above, and
 * which articles carry what is written here, in one transaction with the tag itself.
 */
@Singleton
public class TagMergeRepository {

    /** The tags that lead elsewhere through this one, with itself. */
    private static final String CHAIN = """
            with recursive chain(id) as (select cast(:tag as uuid)
                union select t.id from tag t join chain c on t.merged_into = c.id)
            """;

    private static final String IN_CHAIN = "array(select id from chain)";
    private static final String MINE = "array(select unnest(c.named) intersect select id from chain)";
    private static final String OTHERS = "array(select unnest(c.named) except select id from chain)";

    private final EntityManager entities;

    TagMergeRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The published articles that carry a tag. */
    public List<CarryingArticle> carrying(UUID tag) {
        return found(
                "select a.id, a.language, true as below from published_article_tag c join published_article a on a.id = c.article_id"
                        + " where c.tag_id = :tag",
                tag);
    }

    /**
     * The published articles that partners may see otherwise when a tag stands or leads elsewhere: those that carry it or one below,
     * and those whose views name one of these. None while no partner is limited by tags.
     */
    public List<CarryingArticle> shownOtherwise(UUID tag) {
        return found("""
                with carrying as (
                    select distinct a.id, a.translation_group from published_article_tag c join published_article a on a.id = c.article_id
                    where c.tag_id = any(tags_and_below(array[cast(:tag as uuid)])) and exists (select 1 from partner_by_tag))
                select a.id, a.language, a.id in (select id from carrying) as below from published_article a where a.translation_group in (select translation_group from carrying)
                    or a.id in (select m.article_id from published_article_mention m join carrying c on c.id = m.mentioned_id)
                """, tag);
    }

    private List<CarryingArticle> found(String query, UUID tag) {
        return entities.unwrap(Session.class)
                .createNativeQuery(query, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("language", String.class)
                .addScalar("below", Boolean.class)
                .setParameter("tag", tag)
                .getResultStream()
                .map(row -> new CarryingArticle((UUID) row[0], (String) row[1], (Boolean) row[2]))
                .toList();
    }

    /** All that led to a tag leads to another now, and what carried it carries that. */
    public void lead(UUID tag, UUID other) {
        entities.flush();
        execute("update tag set leads_to = :other where leads_to = :tag", tag, other);
        execute("""
                update published_article_tag c set byline = c.byline or s.byline,
                    named = case when c.named = '{}' then array[c.tag_id] else c.named end
                        || case when s.named = '{}' then array[s.tag_id] else s.named end
                from published_article_tag s
                where c.tag_id = :other and s.tag_id = :tag and s.article_id = c.article_id
                """, tag, other);
        execute("""
                delete from published_article_tag s using published_article_tag c
                where c.tag_id = :other and s.tag_id = :tag and s.article_id = c.article_id
                """, tag, other);
        execute("""
                update published_article_tag
                set tag_id = :other, named = case when named = '{}' then array[tag_id] else named end
                where tag_id = :tag
                """, tag, other);
        settleThoseBelow(other);
    }

    /** All that led to another through this tag leads to this one again, and what names it carries it again. */
    public void leadBack(UUID tag, UUID other) {
        entities.flush();
        execute(CHAIN + "update tag set leads_to = :tag where id in (select id from chain)", tag);
        execute(
                CHAIN + "insert into published_article_tag (article_id, tag_id, named, byline, kind, published_at)"
                        + " select c.article_id, :tag, " + unlessAlone(MINE, ":tag") + ", " + inByline(MINE)
                        + ", c.kind, c.published_at from published_article_tag c where c.tag_id = :other and c.named && "
                        + IN_CHAIN,
                tag,
                other);
        execute(
                CHAIN
                        + "delete from published_article_tag c where c.tag_id = :other and c.named <> '{}' and c.named <@ "
                        + IN_CHAIN,
                tag,
                other);
        execute(
                CHAIN + "update published_article_tag c set named = " + unlessAlone(OTHERS, ":other") + ", byline = "
                        + inByline(OTHERS) + " where c.tag_id = :other and c.named && " + IN_CHAIN,
                tag,
                other);
        settleThoseBelow(tag);
        settleThoseBelow(other);
    }

    private static String unlessAlone(String named, String tag) {
        return "case when %1$s = array[cast(%2$s as uuid)] then '{}' else %1$s end".formatted(named, tag);
    }

    /** Whether the article's byline, or that of an update of it, names one of these. Asked of few: only contributors stand there. */
    private static String inByline(String named) {
        return """
                (c.byline and (
                    exists (select 1 from published_article a, jsonb_array_elements(a.content -> 'byline') credit
                        where a.id = c.article_id and credit ->> 'contributor' = any(cast(%1$s as text[])))
                    or exists (select 1 from published_live_update u
                        where u.article_id = c.article_id and u.view is not null and u.contributors && %1$s)))
                """.formatted(named);
    }

    /** What stands above the tags right below one: what their parents lead to, in their order, but not themselves. */
    private void settleThoseBelow(UUID tag) {
        execute("""
                update tag t set above = coalesce((
                    select array_agg(o.id order by o.place) from (
                        select p.leads_to as id, min(r.place) as place
                        from unnest(t.parents) with ordinality r(id, place) join tag p on p.id = r.id
                        where p.leads_to <> t.id group by p.leads_to) o), '{}')
                where t.parents && array(select id from tag where leads_to = :tag)
                """, tag);
    }

    private void execute(String statement, UUID tag) {
        statement(statement, tag).executeUpdate();
    }

    private void execute(String statement, UUID tag, UUID other) {
        statement(statement, tag).setParameter("other", other).executeUpdate();
    }

    private Query statement(String statement, UUID tag) {
        return entities.createNativeQuery(statement).setParameter("tag", tag);
    }
}
