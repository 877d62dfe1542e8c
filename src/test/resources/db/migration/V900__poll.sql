-- A kind of content that only the tests have: see the package poll.
create table poll (primary key (id), unique (external_id), unique (slug)) inherits (working_copy);
create table published_poll (id uuid primary key, question text not null);
