\set n random(0, 19)
select d.target_id, l.id, l.content, l.has_rule, l.language, l.published_at, l.slug, l.title, l.updated_at
from address d left join published_list l on l.id = d.target_id
where d.kind = 'story-list' and d.slug = 'list-' || :n
fetch first 1 rows only;
select a.id, a.headline, a.card from published_article a
where a.id in (select (e ->> 'article')::uuid from published_list l, jsonb_array_elements(l.content -> 'entries') e
    where l.slug = 'list-' || :n);
