\set n random(0, :articles - 1)
select d.target_id, a.language, a.slug, a.rendered_at, a.full_view, a.body_blocks
from address d left join published_article a on a.id = d.target_id
where d.kind = 'article' and d.slug = 'story-' || :n
order by d.since, d.target_id fetch first 1 rows only;
