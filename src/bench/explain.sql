-- How each listing finds its rows. Run with psql; the busiest tag, a rare one, and a cursor deep in the past.
\pset footer off
\pset tuples_only on
select id as busy from tag where slug = 'topic-0' \gset
select id as rare from tag where slug = 'topic-399' \gset
select published_at as deep_at, id as deep_id from published_article order by published_at offset (select count(*) / 10 from published_article) limit 1 \gset
\echo
\echo '# newest'
explain (analyze, buffers, costs off, timing off) select a.id, a.published_at, a.card from published_article a order by a.published_at desc, a.id desc fetch first 21 rows only;
\echo '# deep cursor'
explain (analyze, buffers, costs off, timing off) select a.id, a.published_at, a.card from published_article a where (a.published_at, a.id) < (:'deep_at', :'deep_id') order by a.published_at desc, a.id desc fetch first 21 rows only;
\echo '# a busy tag'
explain (analyze, buffers, costs off, timing off) select a.id, a.published_at, a.card from (select d.article_id, d.published_at from published_article_tag d where d.tag_id = :'busy' order by d.published_at desc, d.article_id desc fetch first 21 rows only) d join published_article a on a.id = d.article_id order by d.published_at desc, d.article_id desc;
\echo '# a busy tag, deep cursor'
explain (analyze, buffers, costs off, timing off) select a.id, a.published_at, a.card from (select d.article_id, d.published_at from published_article_tag d where d.tag_id = :'busy' and (d.published_at, d.article_id) < (:'deep_at', :'deep_id') order by d.published_at desc, d.article_id desc fetch first 21 rows only) d join published_article a on a.id = d.article_id order by d.published_at desc, d.article_id desc;
\echo '# a rare tag'
explain (analyze, buffers, costs off, timing off) select a.id, a.published_at, a.card from (select d.article_id, d.published_at from published_article_tag d where d.tag_id = :'rare' order by d.published_at desc, d.article_id desc fetch first 21 rows only) d join published_article a on a.id = d.article_id order by d.published_at desc, d.article_id desc;
\echo '# two tags'
explain (analyze, buffers, costs off, timing off) select a.id, a.published_at, a.card from published_article a join published_article_tag d on a.id = d.article_id where d.tag_id = :'busy' and exists (select 1 from published_article_tag c where c.tag_id in (:'rare') and a.id = c.article_id) order by d.published_at desc, a.id desc fetch first 21 rows only;
\echo '# a language'
explain (analyze, buffers, costs off, timing off) select a.id, a.published_at, a.card from published_article a where a.language = 'be' order by a.published_at desc, a.id desc fetch first 21 rows only;
\echo '# last updated'
explain (analyze, buffers, costs off, timing off) select a.id, a.updated_at, a.card from published_article a order by a.updated_at desc, a.id desc fetch first 21 rows only;
