-- Who works on which open conflict.

create table conflict_claim (
  conflict_id text collate "C" primary key references conflict (conflict_id) on delete cascade,
  user_id     text collate "C" not null,
  claimed_at  timestamptz not null
);
