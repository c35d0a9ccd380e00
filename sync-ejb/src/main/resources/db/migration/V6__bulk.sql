-- Many conflicts settled by one choice: the job, and what becomes of each of its items.
--
-- An item's state changes in the transaction that writes its record, so it is the receipt of its
-- decision: whoever goes on with the job after a crash begins with what has not been dealt with.

create table bulk_job (
  id         text collate "C" primary key,
  state      text        not null check (state in ('CHECKING', 'READY', 'RUNNING', 'STOPPED', 'DONE',
                                                   'UNDOING', 'UNDONE', 'FORGOTTEN')),
  choice     text        not null check (choice in ('KEEP_CLIENT', 'USE_SERVER', 'SUGGESTED')),
  -- the queue's address with the filter that the items come from
  origin     text        not null,
  total      integer     not null,
  created_by text collate "C" not null,
  created_at timestamptz not null,
  -- who brought it to its state, and when
  actor      text collate "C" not null,
  changed_at timestamptz not null
);
create index bulk_job_work on bulk_job (created_at) where state in ('CHECKING', 'RUNNING', 'UNDOING');
create index bulk_job_time on bulk_job (created_at, id);

create table bulk_item (
  job_id          text collate "C" not null references bulk_job (id) on delete cascade,
  -- by space, so that those of one space stand together
  ord             integer not null,
  space           text collate "C" not null,
  conflict_id     text collate "C" not null,
  entity_type     text collate "C" not null,
  id              text collate "C" not null,
  -- whether the job has an item of the same record before this one
  again           boolean not null,
  state           text    not null check (state in ('WAITING', 'FIT', 'SETTLED', 'MOVED_ON', 'CLOSED',
                                                    'CLAIMED', 'REFUSED', 'UNDONE', 'KEPT')),
  reason          text,
  -- the record's version that the sides of the conflict show
  version         integer,
  -- the record's version once it was settled
  settled_version integer,
  primary key (job_id, ord)
);
create index bulk_item_state on bulk_item (job_id, state, ord);

-- The queue is read along the index of its filter, which the closed ones do not lengthen.
create index conflict_open_type on conflict (entity_type, detected_at, conflict_id) where status = 'OPEN';
create index conflict_open_space on conflict (space, detected_at, conflict_id) where status = 'OPEN';
create index conflict_open_client on conflict (client_id, detected_at, conflict_id) where status = 'OPEN';
create index conflict_open_kind on conflict (conflict_type, detected_at, conflict_id) where status = 'OPEN';
