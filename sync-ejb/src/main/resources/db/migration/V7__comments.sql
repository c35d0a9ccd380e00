-- What administrators write to each other about a conflict.

create table conflict_comment (
  -- made by the page, so that what is sent twice is written once
  comment_id  text collate "C" primary key,
  conflict_id text collate "C" not null references conflict (conflict_id) on delete cascade,
  author      text collate "C" not null,
  written_at  timestamptz not null,
  words       text not null check (char_length(words) between 1 and 2000)
);
create index conflict_comment_conflict on conflict_comment (conflict_id, written_at, comment_id);
