\set n random(0, 19)
select d.target_id, l.id, l.description, l.language, l.numbered, l.published_at, l.slug, l.title, l.updated_at,
    e.article_id, e.headline, e.kicker, e.url, a.headline, a.card
from address d
    left join published_list l on l.id = d.target_id
    left join published_list_item e on e.list_id = l.id
    left join published_article a on a.id = e.article_id
where d.kind = 'STORY_LIST' and d.slug = 'list-' || :n
order by e.position;
