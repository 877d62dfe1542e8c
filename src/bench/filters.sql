-- Spreads imported articles over everything that an editor filters by.
set session_replication_role = replica;
create temporary table place as select id, row_number() over (order by id) as n from article;
update article a set
    modified_at = now() - make_interval(secs => p.n * 60),
    revised_by = case when p.n % 7 = 0 then 'token:anna' when p.n % 50 = 0 then 'token:ivan' else a.revised_by end,
    review = case when p.n % 200 = 0 then 'IN_REVIEW' when p.n % 300 = 0 then 'APPROVED' else 'DRAFT' end,
    published_revision = case when p.n % 20 = 0 then null when p.n % 90 = 0 then a.revision + 1 else a.published_revision end,
    withdrawn_kind = case when p.n % 2000 = 0 then 'LEGAL' when p.n % 500 = 0 then 'WITHDRAWN' end,
    withdrawn_at = case when p.n % 500 = 0 then now() end,
    withdrawn_by = case when p.n % 500 = 0 then 'token:anna' end,
    scheduled_at = case when p.n % 1000 = 0 then now() + make_interval(hours => (p.n % 700 + 24)::int) end,
    scheduled_revision = case when p.n % 1000 = 0 then a.revision end,
    scheduled_by = case when p.n % 1000 = 0 then 'token:anna' end
from place p where p.id = a.id;
insert into actor values ('token:anna', 'Anna'), ('token:ivan', 'Ivan') on conflict do nothing;
vacuum analyze;
