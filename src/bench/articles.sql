select a.id, a.published_at, a.card, ''
from published_article a
order by a.published_at desc, a.id desc fetch first 21 rows only;
