-- The comments on a conflict go on with the one that takes its place.
create index conflict_successor on conflict (successor) where successor is not null;
