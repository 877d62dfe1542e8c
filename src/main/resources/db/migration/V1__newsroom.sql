-- Shared: tags have no draft state; readers see one once something published carries it, or when it is announced.

create table tag (
    id uuid primary key,
    version bigint not null,
    type text not null,
    slug text not null unique,
    names jsonb not null,
    folded_names text not null,
    name_keys varchar[] not null, -- type, language and name in one case: what no other tag under the same parents may have
    parents uuid[] not null,
    above uuid[] not null, -- the parents, or what they are merged into
    announced boolean not null,
    retired boolean not null,
    same_as varchar[] not null,
    profile jsonb,
    extensions jsonb,
    merged_into uuid references tag,
    merged_by text,
    merged_at timestamptz,
    leads_to uuid not null, -- itself; or the tag that it is merged into, at the end of the chain
    looks_changed_at timestamptz not null, -- of itself, of what stands above it, and of what is merged into it
    created_at timestamptz not null,
    modified_at timestamptz not null
);
create index tag_above on tag using gin (above);
create index tag_leads_to on tag (leads_to);
create index tag_name_keys on tag using gin (name_keys);
create index tag_same_as on tag using gin (same_as);

create table tag_alias (
    alias text primary key,
    tag_id uuid not null references tag on delete cascade
);
create index tag_alias_tag on tag_alias (tag_id);

-- Editorial: working copies.

-- What all kinds have. It stays empty: each kind has a table that inherits from it, so that a new common column is one
-- line, alter table working_copy add column. Keys and indexes are not inherited.
create table working_copy (
    id uuid not null,
    version bigint not null,
    automatic_changes bigint not null default 0,
    external_id text,
    language text,
    slug text,
    title text,
    content jsonb not null,
    created_at timestamptz not null,
    modified_at timestamptz not null,
    revision bigint not null,
    revised_by text not null,
    revised_at timestamptz not null,
    revision_note text,
    review text not null,
    review_revision bigint,
    reviewed_to text,
    reviewed_revision bigint,
    reviewed_by text,
    reviewed_at timestamptz,
    review_note text,
    approved_revisions bigint[] not null,
    published_revision bigint,
    published_at timestamptz,
    live_since timestamptz,
    updated_for_readers_at timestamptz,
    withdrawn_kind text,
    withdrawn_note text,
    withdrawn_by text,
    withdrawn_at timestamptz,
    scheduled_revision bigint,
    scheduled_at timestamptz,
    scheduled_by text,
    scheduled_over_embargo timestamptz,
    scheduled_until timestamptz,
    schedule_failure text,
    withdraw_at timestamptz,
    due_at timestamptz generated always as (least(scheduled_at, withdraw_at)) stored
);
-- Not compressed: PostgreSQL's own compression would be most of the cost of publishing.
alter table working_copy alter column content set storage external;

create table article (
    kind text not null,
    translation_group uuid not null,
    embargoed_until timestamptz,
    primary key (id),
    unique (external_id),
    unique (language, slug)
) inherits (working_copy);
create index article_modified on article (modified_at desc, id desc);
create index article_due on article (due_at) where due_at is not null;
-- One for each way in which editors look for work, so that none reads all articles.
create index article_created on article (created_at desc, id desc);
create index article_title on article (title, id);
create index article_slug on article (slug);
create index article_scheduled on article (scheduled_at, id) where scheduled_at is not null;
create index article_language on article (language, modified_at desc, id desc);
create index article_kind on article (kind, modified_at desc, id desc);
create index article_revised_by on article (revised_by, modified_at desc, id desc);
create index article_in_review on article (review, modified_at desc, id desc) where review <> 'DRAFT';
create index article_not_live on article (modified_at desc, id desc) where published_revision is null;
create index article_changed on article (modified_at desc, id desc) where published_revision <> revision;
create index article_withdrawn on article (withdrawn_kind, modified_at desc, id desc) where withdrawn_kind is not null;
create index article_schedule_failed on article (modified_at desc, id desc) where schedule_failure is not null;
create index article_ends on article (withdraw_at) where withdraw_at is not null;
create index article_embargoed on article (embargoed_until) where embargoed_until is not null;
create index article_translations on article (translation_group);

create table live_update (
    article_id uuid not null references article,
    primary key (id),
    unique (external_id)
) inherits (working_copy);
create index live_update_modified on live_update (modified_at desc, id desc);
create index live_update_due on live_update (due_at) where due_at is not null;
create index live_update_article on live_update (article_id, modified_at desc, id desc);

create table story_list (primary key (id), unique (external_id), unique (slug)) inherits (working_copy);
create index story_list_modified on story_list (modified_at desc, id desc);
create index story_list_due on story_list (due_at) where due_at is not null;

create table callout (primary key (id), unique (external_id)) inherits (working_copy);
create index callout_modified on callout (modified_at desc, id desc);
create index callout_due on callout (due_at) where due_at is not null;

create table alert (primary key (id), unique (external_id)) inherits (working_copy);
create index alert_modified on alert (modified_at desc, id desc);
create index alert_due on alert (due_at) where due_at is not null;

create table front (primary key (id), unique (external_id), unique (slug)) inherits (working_copy);
create index front_modified on front (modified_at desc, id desc);
create index front_due on front (due_at) where due_at is not null;

create table site (primary key (id), unique (external_id)) inherits (working_copy);
create unique index site_is_one on site ((true));

-- The base forms of all words of a working copy, or of what is said of a picture, by which editors find it.
create table working_copy_words (
    id uuid primary key,
    words tsvector not null
);
create index working_copy_words_words on working_copy_words using gin (words);
create function has_words(words tsvector, wanted text) returns boolean immutable language sql as $$
    select words @@ wanted::tsquery;
$$;

-- What a working copy was before it was saved again. Packed against an earlier one, so that a thousand saves cost little.
create table revision (
    kind text not null,
    target_id uuid not null,
    number bigint not null,
    base_number bigint,
    revised_by text not null,
    revised_at timestamptz not null,
    note text,
    packed bytea not null,
    primary key (kind, target_id, number)
);
alter table revision alter column packed set storage external;

-- Who did what. Written and read, never changed.
create table audit_entry (
    id uuid primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    kind text not null,
    target_id uuid, -- null when it was to be created, and refused
    revision bigint,
    refusal text,
    check (target_id is not null or refusal is not null)
);
create index audit_entry_target on audit_entry (target_id, id desc);
create index audit_entry_actor on audit_entry (actor, id desc);
create index audit_entry_action on audit_entry (action, id desc);
create index audit_entry_kind on audit_entry (kind, id desc);
create index audit_entry_at on audit_entry (at);
create index audit_entry_refused on audit_entry (id desc) where refusal is not null;
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'an audit trail is not changed';
end $$;
create trigger audit_entry_is_final before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();

-- Links that show one revision to whoever holds them.
create table preview (
    id uuid primary key,
    article_id uuid not null,
    revision bigint not null,
    secret_hash bytea not null unique,
    created_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index preview_article on preview (article_id);

-- For "what uses this tag?", asked before a tag is deleted.
create table article_tag (
    article_id uuid not null references article on delete cascade,
    tag_id uuid not null references tag,
    primary key (article_id, tag_id)
);
create index article_tag_tag on article_tag (tag_id);

create table live_update_tag (
    live_update_id uuid not null references live_update on delete cascade,
    tag_id uuid not null references tag,
    primary key (live_update_id, tag_id)
);
create index live_update_tag_tag on live_update_tag (tag_id);

-- Delivery: what is public, and nothing else. Rendered when it was published.

create table published_article (
    id uuid primary key,
    kind text not null,
    language text not null,
    slug text not null,
    headline text not null,
    translation_group uuid not null,
    published_at timestamptz not null,
    updated_at timestamptz not null,
    withdraw_at timestamptz,
    shown_until timestamptz, -- when it is withdrawn, or something that it names
    rendered_at timestamptz not null,
    word_count int not null,
    public_since timestamptz not null,
    content jsonb not null,
    licence_url text generated always as (content -> 'rights' ->> 'licenceUrl') stored,
    territories jsonb generated always as (content -> 'rights' -> 'territories') stored,
    card text not null,
    full_view text not null,
    body_blocks text not null,
    body_html text not null,
    body_markdown text not null,
    body_text text not null,
    unique (language, slug)
);
-- A list reads cards, which stay in the row; the rest is fetched when it is asked for.
alter table published_article
    alter column card set storage main,
    alter column content set storage external,
    alter column full_view set storage external,
    alter column body_blocks set storage external,
    alter column body_html set storage external,
    alter column body_markdown set storage external,
    alter column body_text set storage external;
create index published_article_newest on published_article (published_at desc, id desc);
create index published_article_updated on published_article (updated_at desc, id desc);
create index published_article_kind on published_article (kind, published_at desc, id desc);
create index published_article_language on published_article (language, published_at desc, id desc);
create index published_article_translations on published_article (translation_group);

create table published_article_tag (
    article_id uuid not null references published_article on delete cascade,
    tag_id uuid not null references tag,
    named uuid[] not null, -- by which tags the article names it: those that are merged into it; empty for itself alone
    byline boolean not null,
    kind text not null,
    published_at timestamptz not null,
    primary key (article_id, tag_id)
);
create index published_article_tag_newest on published_article_tag (tag_id, published_at desc, article_id desc) include (kind);

-- Which published bodies point to an article, whether that is public yet or not.
create table published_article_mention (
    article_id uuid not null references published_article on delete cascade,
    mentioned_id uuid not null,
    primary key (article_id, mentioned_id)
);
create index published_article_mention_target on published_article_mention (mentioned_id);

-- The words of corrections, so that they can be listed by themselves.
create table published_correction (
    id uuid primary key,
    article_id uuid not null references published_article on delete cascade,
    type text not null,
    text text not null,
    revision bigint not null,
    at timestamptz not null
);
create index published_correction_newest on published_correction (at desc, id desc);
create index published_correction_article on published_correction (article_id);

-- When an article was public before it was withdrawn, for what lists and fronts showed at a time.
create table published_period (
    article_id uuid not null,
    since timestamptz not null,
    until timestamptz not null,
    primary key (article_id, since)
);

-- The updates of live pages, seen while their page is public. Of one that was withdrawn the row stays, without what it said.
create sequence live_update_number;
create table published_live_update (
    id uuid primary key,
    article_id uuid not null,
    number bigint not null, -- of its last change
    changed_at timestamptz not null,
    published_at timestamptz not null,
    withdraw_at timestamptz,
    key_event boolean not null,
    pinned boolean not null,
    title text,
    contributors uuid[] not null,
    view text,
    body_blocks text,
    body_html text,
    body_markdown text,
    body_text text
);
alter table published_live_update
    alter column view set storage main,
    alter column body_blocks set storage external,
    alter column body_html set storage external,
    alter column body_markdown set storage external,
    alter column body_text set storage external;
create index published_live_update_newest on published_live_update (article_id, published_at desc, id desc);
create index published_live_update_changed on published_live_update (article_id, number);
create index published_live_update_marked on published_live_update (article_id, published_at desc, id desc)
    where key_event or pinned;

-- What the public is told of what is gone.
create table withdrawal (
    target_id uuid primary key,
    kind text not null,
    note text,
    at timestamptz not null
);

create table published_list (
    id uuid primary key,
    slug text not null unique,
    language text,
    title text not null,
    published_at timestamptz not null,
    updated_at timestamptz not null,
    withdraw_at timestamptz,
    has_rule boolean not null,
    content jsonb not null
);
create index published_list_content on published_list using gin (content jsonb_path_ops); -- which lists name an article?

create table published_front (
    id uuid primary key,
    slug text not null unique,
    language text,
    title text not null,
    published_at timestamptz not null,
    updated_at timestamptz not null,
    withdraw_at timestamptz,
    content jsonb not null
);

create table published_site (
    id uuid primary key,
    published_at timestamptz not null,
    updated_at timestamptz not null,
    withdraw_at timestamptz,
    content jsonb not null
);

-- Whether a public tag stands below: one that is announced, or that something published carries.
create function tag_is_above_a_public_one(parent uuid) returns boolean stable language sql as $$
    with recursive below as (
        select t.id, t.announced from tag t where t.above @> array[parent] and t.leads_to = t.id
        union select t.id, t.announced from tag t join below b on t.above @> array[b.id] and t.leads_to = t.id
    )
    select exists (select 1 from below b
        where b.announced or exists (select 1 from published_article_tag c where c.tag_id = b.id));
$$;

-- All public tags at once, where many are asked for: those that are public themselves, and upwards what stands above them.
create function public_tags() returns setof uuid stable language sql as $$
    with recursive public as (
        select t.id, t.above from tag t
            where t.leads_to = t.id
                and (t.announced or exists (select 1 from published_article_tag c where c.tag_id = t.id))
        union select t.id, t.above from tag t join public p on t.id = any(p.above)
    )
    select id from public;
$$;

-- Every state of a list or front that the public saw; no content where it was withdrawn.
create table published_state (
    kind text not null,
    target_id uuid not null,
    since timestamptz not null,
    number bigint generated always as identity,
    revision bigint not null,
    content jsonb,
    primary key (target_id, since, number)
);
create index published_state_number on published_state (target_id, number desc);
create index published_state_callout on published_state (target_id, since desc, number desc) where kind = 'callout';

create table published_callout (
    id uuid primary key,
    title text not null,
    text text,
    label text not null,
    url text not null,
    placement text not null,
    language text,
    starts_at timestamptz,
    ends_at timestamptz,
    published_at timestamptz not null,
    withdraw_at timestamptz,
    updated_at timestamptz not null
);

create table published_alert (
    id uuid primary key,
    headline text not null,
    text text,
    audience varchar[] not null,
    language text,
    article_id uuid,
    published_at timestamptz not null,
    updated_at timestamptz not null,
    expires_at timestamptz not null
);
create index published_alert_article on published_alert (article_id);

-- When readers will see something else of what is public: callouts and entries of lists that are shown at times.
create table show_time (
    target_id uuid not null,
    at timestamptz not null,
    kind text not null,
    primary key (target_id, at)
);
create index show_time_at on show_time (at);

-- Every public address that ever was. It outlives what it led to, so that nothing else moves in.
create table address (
    kind text not null,
    language text not null,
    slug text not null,
    target_id uuid not null,
    since timestamptz not null,
    primary key (kind, slug, language)
);
create index address_target on address (target_id);

-- What became public when. Numbers rise in the order of commits, because transactions write here one after the other and as
-- the last thing they do: who has read up to a number has read all that comes before it.
create table change (
    number bigint generated always as identity primary key,
    history text not null, -- the database's own, which a standby leaves when it takes over
    occurred_at timestamptz not null default clock_timestamp(),
    kind text not null,
    target_id uuid not null,
    event text not null,
    reason text,
    groups text[] not null
);
create index change_target on change (target_id, number);
create index change_history on change (history, number);
create index change_time on change using brin (occurred_at);

-- How far the log goes: the same for all, whatever they may hear of.
create view change_place as select history, number from change;

create function write_in_turn() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('change log', 0));
    return null;
end;
$$;
create trigger written_in_turn before insert on change for each statement execute function write_in_turn();

-- Which history the primary writes: other after a failover or a restored backup, when numbers may be used again.
create function database_history() returns text volatile language sql as $$
    select left(md5(system_identifier || ' ' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)), 12)
        from pg_control_system();
$$;
alter table change alter history set default database_history();

-- Up to which number of the log only the last change of each thing is kept.
create table change_compaction (number bigint not null);
insert into change_compaction values (0);

-- How far each follower of changes has come; one node at a time acts for it.
create table change_follower (
    name text primary key,
    history text not null,
    number bigint not null
);

-- What was withdrawn for a legal reason.
create table removal (
    id uuid primary key,
    kind text not null,
    target_id uuid not null,
    note text,
    removed_by text not null,
    removed_at timestamptz not null,
    lifted_at timestamptz
);
create unique index removal_standing on removal (target_id) where lifted_at is null;

-- Who is to acknowledge that; it outlives the webhook.
create table removal_receipt (
    id uuid primary key,
    removal_id uuid not null references removal,
    webhook_id uuid not null,
    receiver text not null,
    token text not null unique,
    told_at timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text, -- who of the newsroom noted it, where the receiver did not
    note text,
    unique (removal_id, webhook_id)
);
create index removal_receipt_outstanding on removal_receipt (removal_id) where acknowledged_at is null;

-- Who is told of changes, and how far each has been told: the log itself is what waits for them.
create table webhook (
    id uuid primary key,
    url text not null,
    description text,
    kind text,
    tag text, -- ids, so that another slug changes nothing
    language text,
    list text,
    view text,
    body text,
    entitlement jsonb,
    key text not null,
    former_key text,
    former_key_until timestamptz,
    history text not null,
    number bigint not null,
    last_delivery bigint not null, -- numbers its deliveries
    pause text,
    failing_since timestamptz,
    created_at timestamptz not null
);

-- What is on its way to a webhook, and what went: of each thing in its order.
create table webhook_delivery (
    id uuid primary key,
    webhook_id uuid not null references webhook on delete cascade,
    ordinal bigint not null,
    history text not null,
    number bigint not null,
    kind text not null,
    target_id uuid not null,
    event text not null,
    receipt_id uuid references removal_receipt, -- where it tells of a removal, which waits for nothing
    state text not null,
    created_at timestamptz not null,
    next_at timestamptz not null,
    taken_until timestamptz, -- while a node is telling it
    attempts text not null,
    attempt_count int not null,
    unique (webhook_id, ordinal)
);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, target_id, ordinal) where state = 'WAITING';
create index webhook_delivery_due on webhook_delivery (webhook_id, next_at) where state = 'WAITING';
create index webhook_delivery_removal on webhook_delivery (webhook_id, receipt_id) where state = 'WAITING' and receipt_id is not null;
create index webhook_delivery_state on webhook_delivery (webhook_id, state, ordinal);
create index webhook_delivery_time on webhook_delivery using brin (created_at);

-- Pictures. The bytes are in the media store, named by their digests.

-- What this newsroom's store is known by, and what its public names are made with.
create table media_store (
    id uuid primary key default gen_random_uuid(),
    secret bytea not null default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
);
insert into media_store default values;

create table image (
    id uuid primary key,
    version bigint not null,
    digest text not null unique,
    media_type text not null,
    bytes bigint not null,
    width int not null,
    height int not null,
    master text not null,
    master_width int not null,
    master_height int not null,
    has_alpha boolean not null,
    placeholder text not null,
    dominant_colour text not null,
    content jsonb not null,
    rights_expire_at timestamptz,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    modified_at timestamptz not null
);
create index image_age on image (uploaded_at desc, id desc);
create index image_uploaded_by on image (uploaded_by, uploaded_at desc, id desc);
create index image_rights_end on image (rights_expire_at) where rights_expire_at is not null;

-- Where pictures were fetched from, by the SHA-256 of the address.
create table image_address (
    digest text primary key,
    image_id uuid not null references image on delete cascade
);
create index image_address_image on image_address (image_id);

-- The working copies that name a picture.
create table image_use (
    image_id uuid not null references image,
    kind text not null,
    target_id uuid not null,
    primary key (target_id, image_id)
);
create index image_use_image on image_use (image_id);

-- The pictures that something public shows. Delivery serves these and no others.
create table published_image (
    number bigint generated always as identity primary key,
    media_key text not null,
    target_id uuid not null,
    kind text not null,
    image_id uuid not null references image,
    master text not null,
    master_width int not null,
    master_height int not null,
    has_alpha boolean not null,
    focal_x double precision not null,
    focal_y double precision not null,
    licence_url text,
    territories jsonb,
    expires_at timestamptz,
    -- Whether what shows it was rendered without it, because the rights were over then.
    left_out boolean not null default false,
    place text not null,
    image jsonb not null,
    shown_since timestamptz not null default now(),
    -- An entry of a list is seen while its article is public, and in its time.
    article_id uuid,
    visible_from timestamptz,
    visible_until timestamptz
);
create index published_image_key on published_image (media_key);
create index published_image_target on published_image (target_id);
create index published_image_image on published_image (image_id);
create index published_image_over on published_image (expires_at) where not left_out;
create index published_image_back on published_image (coalesce(expires_at, 'infinity')) where left_out;

-- Access and bookkeeping.

create table api_key (
    id uuid primary key,
    name text not null,
    role text not null,
    prefix text not null unique,
    secret_hash bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    entitlement jsonb
);

-- What the bearers of tokens are called; keys have their own names.
create table actor (
    id text primary key,
    name text not null
);
create index actor_name on actor (name);

create table idempotency_key (
    actor text not null,
    key text not null,
    request_hash bytea not null,
    answer text not null,
    created_at timestamptz not null,
    primary key (actor, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table import_job (
    id uuid primary key,
    node uuid not null,
    format text not null,
    state text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    bytes bigint not null,
    bytes_read bigint not null,
    records bigint not null,
    created bigint not null,
    updated bigint not null,
    unchanged bigint not null,
    skipped bigint not null,
    failed bigint not null,
    failure text
);

create table import_problem (
    job_id uuid not null references import_job on delete cascade,
    number bigint not null,
    record bigint not null,
    source text,
    severity text not null,
    pointer text,
    reason text not null,
    primary key (job_id, number)
);

-- What an import last wrote for a record, to leave alone what did not change and what was edited here since.
create table imported_record (
    source text primary key,
    digest bytea not null,
    kind text not null,
    target_id uuid not null,
    target_version bigint not null,
    job_id uuid not null -- the import that brought it last
);

-- What a partner may have. Their reads find these views in the place of the tables (search_path), with what they may have in
-- the settings dateline.*; where that is empty, it does not limit.

-- Those that lead to the same tags, and what stands below them.
create function tags_and_below(tags uuid[]) returns uuid[] stable language sql as $$
    with recursive below(id) as (
        select m.id from tag t join tag m on m.leads_to = t.leads_to where t.id = any(tags)
        union select m.id from below b join tag t on t.above @> array[b.id] join tag m on m.leads_to = t.leads_to)
    select case when tags is not null then array(select id from below) end;
$$;
-- What stands above them, and all that leads to one of these: by which ids a partner may mean them now.
create function tags_and_above(tags uuid[]) returns uuid[] stable language sql as $$
    with recursive up(id) as (select unnest(tags) union select unnest(t.above) from up join tag t on t.id = up.id)
    select array(select m.id from up join tag m on m.leads_to = up.id order by m.id);
$$;

-- The parts of the rule.
create function fit_tags(carried uuid[], wanted text, unwanted text) returns boolean immutable language sql as $$
    select case wanted when '' then true else carried && wanted::uuid[] end
        and case unwanted when '' then true else not carried && unwanted::uuid[] end;
$$;
create function is_licensed(licence_url text, territories jsonb) returns boolean stable language sql as $$
    select case current_setting('dateline.licences') when '' then true
            else coalesce(licence_url = any(current_setting('dateline.licences')::text[]), false) end
        and (current_setting('dateline.territory') = '' or coalesce(jsonb_array_length(territories), 0) = 0
            or territories ? current_setting('dateline.territory'));
$$;

-- The rule. Each argument that is a query stands once, so that PostgreSQL lays the rule open in the queries that use it.
create function is_entitled(language text, tags uuid[], wanted text, unwanted text,
    licence_url text, territories jsonb, public_since timestamptz, until timestamptz)
returns boolean stable language sql as $$
    select case current_setting('dateline.languages') when '' then true
            else language ~ current_setting('dateline.languages') end
        and case wanted || unwanted when '' then true else fit_tags(tags, wanted, unwanted) end
        and is_licensed(licence_url, territories)
        and case current_setting('dateline.delay') when 'PT0S' then true
            else public_since + current_setting('dateline.delay')::interval <= until end;
$$;

-- Each way in which an article was public, as far as the rule is concerned: whoever could have it is told when it goes.
create table article_rights (
    article_id uuid not null,
    slug text not null,
    language text not null,
    tags uuid[] not null, -- with what stood above them then, and what led to them
    licence_url text,
    territories jsonb,
    public_since timestamptz not null,
    until timestamptz -- null while it is so
);
create index article_rights_article on article_rights (article_id);
create index article_rights_tags on article_rights using gin (tags);

-- What a called back alert was about.
create table alert_article (
    alert_id uuid primary key,
    article_id uuid not null
);

-- How much later than others partners get things, in seconds.
create view partner_delay as
    select (entitlement ->> 'delaySeconds')::int as seconds from api_key
        where entitlement ->> 'delaySeconds' is not null and revoked_at is null and (expires_at is null or expires_at > now())
    union select (entitlement ->> 'delaySeconds')::int from webhook where entitlement ->> 'delaySeconds' is not null;

-- Partners who are limited by tags.
create view partner_by_tag as
    select partner.id, partner.tags from (
        select id, (entitlement -> 'tags') || (entitlement -> 'withoutTags') as tags from api_key where revoked_at is null
        union all select id, (entitlement -> 'tags') || (entitlement -> 'withoutTags') from webhook) partner
    where jsonb_array_length(partner.tags) > 0;

-- Notes when a new partner gets what is public already.
create function time_releases() returns trigger language plpgsql as $$
begin
    insert into show_time (target_id, at, kind)
        select a.id, a.public_since + make_interval(secs => (new.entitlement ->> 'delaySeconds')::int), 'article'
        from published_article a
        where a.public_since > now() - make_interval(secs => (new.entitlement ->> 'delaySeconds')::int)
        on conflict do nothing;
    return null;
end;
$$;
create trigger releases_are_timed after insert on api_key for each row
    when (new.entitlement ->> 'delaySeconds' is not null) execute function time_releases();
create trigger releases_are_timed after insert or update of entitlement on webhook for each row
    when (new.entitlement ->> 'delaySeconds' is not null) execute function time_releases();

-- With the change log, which is written last in a transaction.
create function keep_rights() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from logged where kind in ('article', 'alert')) then
        return null;
    end if;
    with now_so as (
        select a.id, a.slug, a.language,
            tags_and_above(array(select t.tag_id from published_article_tag t where t.article_id = a.id)) as tags,
            a.licence_url, a.territories, a.public_since
        from published_article a where a.id in (select target_id from logged)),
    over as (
        update article_rights r set until = clock_timestamp()
        where r.article_id in (select target_id from logged where kind = 'article') and r.until is null
            and not exists (select 1 from now_so n where n.id = r.article_id and (n.slug, n.language, n.tags, n.licence_url, n.territories,
                n.public_since) is not distinct from (r.slug, r.language, r.tags, r.licence_url, r.territories, r.public_since))
        returning r.article_id)
    insert into article_rights
        select n.*, null from now_so n
        where n.id in (select article_id from over)
            or not exists (select 1 from article_rights r where r.article_id = n.id and r.until is null);
    insert into alert_article
        select p.id, p.article_id from published_alert p
        where p.id in (select target_id from logged) and p.article_id is not null
        on conflict (alert_id) do update set article_id = excluded.article_id;
    if exists (select 1 from partner_delay) then
        insert into show_time (target_id, at, kind)
            select a.id, a.public_since + make_interval(secs => d.seconds), 'article'
            from published_article a cross join partner_delay d
            where a.id in (select target_id from logged) and a.public_since + make_interval(secs => d.seconds) > now()
            on conflict do nothing;
    end if;
    return null;
end;
$$;
create trigger rights_are_kept after insert on change referencing new table as logged
    for each statement execute function keep_rights();

create schema entitled;

-- Bodies are rendered anew for a partner, from their blocks: the other forms may name what they may not have.
create view entitled.published_article as
    select id, kind, language, slug, headline, translation_group, published_at, updated_at, withdraw_at, shown_until,
        rendered_at, word_count, public_since, content, card, full_view,
        body_blocks, body_blocks as body_html, body_blocks as body_markdown, body_blocks as body_text
    from published_article a
    where is_entitled(a.language, array(select t.tag_id from published_article_tag t where t.article_id = a.id),
        current_setting('dateline.tags'), current_setting('dateline.without_tags'),
        a.licence_url, a.territories, a.public_since, now());

create function is_entitled_to(article uuid) returns boolean stable language sql as $$
    select exists (select 1 from entitled.published_article a where a.id = article);
$$;

-- Each way in which a partner could have an article, until when.
create view entitled.article_rights as
    select * from article_rights r
    where is_entitled(r.language, r.tags, current_setting('dateline.named_tags'), current_setting('dateline.named_without'),
        r.licence_url, r.territories, r.public_since, coalesce(r.until, now()));
create function was_entitled_to(article uuid) returns boolean stable language sql as $$
    select exists (select 1 from entitled.article_rights r where r.article_id = article);
$$;

-- Whether a partner had it when it changed, or has had it since.
create function hears_of(article uuid, at timestamptz) returns boolean stable language sql as $$
    select exists (select 1 from entitled.article_rights r where r.article_id = article and (r.until is null or r.until >= at));
$$;

create view entitled.published_article_tag as
    select * from published_article_tag t
    where exists (select 1 from entitled.published_article a where a.id = t.article_id);
create view entitled.published_article_mention as
    select * from published_article_mention m where is_entitled_to(m.article_id);
create view entitled.published_correction as
    select * from published_correction c
    where exists (select 1 from entitled.published_article a where a.id = c.article_id);
create view entitled.published_period as
    select * from published_period p where is_entitled_to(p.article_id);
create view entitled.published_live_update as
    select id, article_id, number, changed_at, published_at, withdraw_at, key_event, pinned, title, contributors, view,
        body_blocks, body_blocks as body_html, body_blocks as body_markdown, body_blocks as body_text
    from published_live_update u where is_entitled_to(u.article_id);
create view entitled.published_alert as
    select * from published_alert p where p.article_id is not null and is_entitled_to(p.article_id);

-- The same picture may be shown by several.
create view entitled.published_image as
    select * from published_image p
    where is_licensed(p.licence_url, p.territories)
        and case p.kind
            when 'article' then is_entitled_to(p.target_id)
            when 'live-update' then exists (select 1 from entitled.published_live_update u where u.id = p.target_id)
            else p.article_id is null or is_entitled_to(p.article_id) end;

-- What a partner could never have looks like what never was.
create view entitled.address as
    select * from address d where d.kind <> 'article' or exists (select 1 from entitled.article_rights r
        where r.article_id = d.target_id and r.slug = d.slug and r.language = d.language);
create view entitled.withdrawal as
    select * from withdrawal w
    where case
        when exists (select 1 from article_rights r where r.article_id = w.target_id) then was_entitled_to(w.target_id)
        else not exists (select 1 from published_live_update u where u.id = w.target_id and not was_entitled_to(u.article_id))
        end;

-- Of the cache groups of a change those that tell nothing else of what an article became afterwards, or shows.
create function entitled.told_groups(groups text[], article uuid) returns text[] stable language sql as $$
    select array(
        select told.told from unnest(groups) with ordinality as told (told, n)
        cross join lateral (select regexp_replace(told.told, '^live-updates-about:', '') as g) of_page
        where case
            when g like 'media:%' then exists (
                select 1 from entitled.published_image p where p.media_key = substr(g, 7))
            when article is null then true
            when g like 'tag:%' then exists (select 1 from entitled.article_rights r
                where r.article_id = article and substr(g, 5)::uuid = any(r.tags))
            when g like 'article-address:%' then exists (select 1 from entitled.article_rights r
                where r.article_id = article and r.slug = substr(g, 17))
            when g like 'articles:%' then exists (select 1 from entitled.article_rights r
                where r.article_id = article and r.language ~ ('^' || substr(g, 10) || '(-|$)'))
            else true end
        order by n);
$$;

-- An article that a partner may not have any more is withdrawn for them, with what belongs to it. What becomes of it afterwards is
-- not told.
create view entitled.change as
    select c.number, c.history, c.occurred_at, c.kind, c.target_id,
        case when rights.lost then 'WITHDRAWN' else c.event end as event,
        case when rights.lost and c.event <> 'WITHDRAWN' then null else c.reason end as reason,
        entitled.told_groups(c.groups, case when rights.lost then about.article end) as groups
    from change c
    cross join lateral (select case c.kind
        when 'article' then c.target_id
        when 'live-update' then (select u.article_id from published_live_update u where u.id = c.target_id)
        when 'alert' then (select a.article_id from alert_article a where a.alert_id = c.target_id) end as article) about
    cross join lateral (select about.article is not null and not is_entitled_to(about.article) as lost) rights
    where case
        when c.kind in ('article', 'live-update', 'alert') then hears_of(about.article, c.occurred_at)
        when c.kind = 'image' then exists (select 1 from entitled.published_image p where p.image_id = c.target_id)
        when c.kind = 'tag' then c.event <> 'WITHDRAWN' or exists (
            select 1 from (select r.article_id from article_rights r where r.tags @> array[c.target_id] limit 100) r
            where was_entitled_to(r.article_id))
        else true end;
