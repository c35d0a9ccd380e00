-- Uploads, the media that came of them, and who names it.
--
-- Bytes are in a store; rows say what they are. media_content has one row for the bytes that equal
-- media of a space share, with the number of media that do. The upload's row is what makes staged
-- bytes count, media_content's what makes stored ones: bytes without one are removed by a timer.

create table upload (
  id              text collate "C" primary key,
  space           text collate "C" not null,
  user_id         text collate "C" not null,
  idempotency_key text collate "C",
  fingerprint     text        not null,
  state           text        not null,
  file_name       text        not null,
  content_type    text        not null,
  size_bytes      bigint      not null,
  part_bytes      bigint      not null,
  -- what the space's quota holds for it until it ends
  reserved_bytes  bigint      not null,
  sha256          text,
  entity_type     text collate "C",
  record_id       text collate "C",
  field           text,
  handle          text        not null,
  media_id        text collate "C",
  rejection       text,
  created_at      timestamptz not null,
  -- of an upload under way: when it is given up; of one that has ended: when it is forgotten
  expires_at      timestamptz not null
) with (fillfactor = 70);
create unique index upload_repeat on upload (user_id, idempotency_key) where idempotency_key is not null;
create index upload_expiry on upload (expires_at);
create index upload_live on upload (user_id) where state in ('CREATED', 'UPLOADING', 'COMPLETING');

create table media_content (
  id         bigint generated always as identity primary key,
  space      text collate "C" not null,
  sha256     text        not null,
  size_bytes bigint      not null,
  key        text collate "C" not null unique,
  refs       integer     not null check (refs >= 0),
  checked_at timestamptz not null,
  -- when the bytes were found missing; the same content, uploaded again, mends it
  lost_at    timestamptz,
  unique (space, sha256, size_bytes)
);
create index media_content_check on media_content (checked_at) where lost_at is null;

create table media (
  id            text collate "C" primary key,
  space         text collate "C" not null,
  content_id    bigint      not null,
  file_name     text        not null,
  content_type  text        not null,
  size_bytes    bigint      not null,
  sha256        text        not null,
  width         integer,
  height        integer,
  state         text        not null check (state in ('READY', 'ATTACHED', 'ORPHANED', 'DELETED')),
  created_by    text collate "C" not null,
  created_at    timestamptz not null,
  -- since when nobody names it; null: somebody does
  unnamed_since timestamptz,
  checked_at    timestamptz not null
) with (fillfactor = 70);
create index media_check on media (checked_at) where state in ('READY', 'ATTACHED');
create index media_orphan on media (checked_at) where state = 'ORPHANED';
create index media_ended on media (checked_at) where state = 'DELETED';

-- Records that named a media at some time. Whether they still do is looked up when it matters.
create table media_reference (
  media_id    text collate "C" not null,
  entity_type text collate "C" not null,
  record_id   text collate "C" not null,
  primary key (media_id, entity_type, record_id)
);

create table media_usage (
  space        text collate "C" primary key,
  stored_bytes bigint not null default 0 check (stored_bytes >= 0),
  staged_bytes bigint not null default 0 check (staged_bytes >= 0)
) with (fillfactor = 50);

create table media_key (
  id         text collate "C" primary key,
  secret     bytea       not null,
  created_at timestamptz not null
);
