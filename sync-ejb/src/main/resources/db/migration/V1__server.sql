-- Records, their history, receipts, conflicts, policies, spaces, clients and the audit trail.
--
-- The space leads the keys of record, revision and conflict, so that they can be sharded by it.
-- Edit times are whole milliseconds since 1970 (bigint): they are values of the protocol, compared
-- and written in sets. Times of housekeeping are timestamptz. Keys are compared by bytes (collation
-- "C"): the lock order must be the same in every statement and on every host.

create table server_state (
  only_row     boolean primary key default true check (only_row),
  epoch        text    not null default gen_random_uuid()::text,
  policy_epoch bigint  not null default 1
);
insert into server_state default values;

create table space (
  id          text collate "C" primary key,
  seq         bigint      not null default 0,
  personal_of text collate "C",
  created_by  text collate "C" not null,
  created_at  timestamptz not null
) with (fillfactor = 50);

create table membership (
  space   text collate "C" not null references space (id),
  user_id text collate "C" not null,
  role    text        not null check (role in ('VIEWER', 'EDITOR', 'OWNER')),
  since   timestamptz not null,
  primary key (space, user_id)
);
create index membership_user on membership (user_id, space);

create table client (
  id               text collate "C" primary key,
  user_id          text collate "C" not null,
  created_at       timestamptz not null,
  last_seen_at     timestamptz not null,
  clock_offset_ms  bigint      not null default 0,
  expired_sequence bigint
) with (fillfactor = 50);
create index client_user on client (user_id);

create table record (
  space         text collate "C" not null,
  entity_type   text collate "C" not null,
  id            text collate "C" not null,
  seq           bigint      not null,
  version       integer     not null,
  updated_at_ms bigint      not null,
  deleted       boolean     not null,
  purged        boolean     not null default false,
  data          text,
  field_times   text,
  client_id     text collate "C" not null,
  mutation_id   text collate "C" not null,
  written_by    text collate "C" not null,
  written_at    timestamptz not null,
  primary key (space, entity_type, id),
  check (deleted = (data is null))
);
-- The feed. A purged tombstone leaves it; its name and version stay.
create unique index record_feed on record (space, seq) where not purged;
create index record_tombstone on record (written_at) where deleted and not purged;

create table revision (
  space         text collate "C" not null,
  entity_type   text collate "C" not null,
  id            text collate "C" not null,
  version       integer     not null,
  -- '' on the record's own chain; the client and mutation of a side that lost
  beside        text collate "C" not null,
  updated_at_ms bigint      not null,
  deleted       boolean     not null,
  data          text,
  field_times   text,
  client_id     text collate "C" not null,
  mutation_id   text collate "C" not null,
  written_by    text collate "C" not null,
  written_at    timestamptz not null,
  primary key (space, entity_type, id, version, beside)
);
create index revision_age on revision (written_at);

create table receipt (
  client_id    text collate "C" not null,
  mutation_id  text collate "C" not null,
  fingerprint  bytea       not null,
  space        text collate "C",
  entity_type  text collate "C",
  id           text collate "C",
  status       text        not null,
  version      integer,
  base_claim   text,
  -- the item as it was answered; without its data where that is the data of the mutation itself
  answer       text        not null,
  data_as_sent boolean     not null,
  -- the client's side where no revision of the record's chain holds it
  client_data  text,
  sequence     bigint,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  primary key (client_id, mutation_id)
);
create index receipt_expiry on receipt (expires_at);

create table conflict (
  space              text collate "C" not null,
  conflict_id        text collate "C" not null,
  entity_type        text collate "C" not null,
  id                 text collate "C" not null,
  client_id          text collate "C" not null,
  mutation_id        text collate "C" not null,
  user_id            text collate "C" not null,
  conflict_type      text        not null,
  status             text        not null check (status in ('OPEN', 'RESOLVED', 'SUPERSEDED')),
  detected_at        timestamptz not null,
  payload            text        not null,
  -- every input of the decision, so that it can be run again
  inputs             text        not null,
  resolution         text,
  resolved_by        text collate "C",
  resolved_at        timestamptz,
  resolved_version   integer,
  successor          text collate "C",
  seq                bigint,
  primary key (space, conflict_id)
);
create unique index conflict_id on conflict (conflict_id);
create unique index conflict_open on conflict (space, entity_type, id, client_id) where status = 'OPEN';
create index conflict_feed on conflict (space, client_id, seq) where seq is not null;
create index conflict_queue on conflict (status, detected_at, conflict_id);

create table merge_policy (
  entity_type text collate "C" not null,
  version     integer     not null,
  definition  text        not null,
  -- null: everywhere; else the spaces that the change is limited to
  spaces      text[],
  author      text collate "C" not null,
  created_at  timestamptz not null,
  primary key (entity_type, version)
);

create table audit (
  id             bigint generated always as identity primary key,
  at             timestamptz not null,
  actor          text collate "C" not null,
  action         text        not null,
  space          text collate "C",
  entity_type    text collate "C",
  record_id      text collate "C",
  conflict_id    text collate "C",
  before_value   text,
  after_value    text,
  correlation_id text        not null
);
create index audit_space on audit (space, id);
create index audit_conflict on audit (conflict_id) where conflict_id is not null;
