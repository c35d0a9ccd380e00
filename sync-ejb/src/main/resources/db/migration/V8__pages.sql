-- What the console's pages look at: counts by the hour, uploads by what they are filtered by, media
-- that nobody names.

-- One row for each hour and thing counted, written by a timer and not by pushes.
create table hour_tally (
  hour  timestamptz not null,
  name  text        not null,
  count bigint      not null,
  primary key (hour, name)
);

create index upload_state on upload (state, created_at, id);
create index upload_space on upload (space, created_at, id);
create index upload_user on upload (user_id, created_at, id);
create index media_unnamed on media (unnamed_since, id)
 where unnamed_since is not null and state in ('READY', 'ORPHANED');
