-- The history of a record shows its conflicts, open and settled, newest first.
create index conflict_record on conflict (space, entity_type, id, detected_at, conflict_id);
