-- The audit trail is read newest first, whatever it is filtered by; clients by their users.

drop index audit_space;
create index audit_space on audit (space, at, id);
create index audit_time on audit (at, id);
create index audit_actor on audit (actor, at, id);
create index audit_action on audit (action, at, id);
create index audit_record on audit (record_id, at, id) where record_id is not null;

-- Not by when they were last seen: an index on what changes each minute would slow down every push.
drop index client_user;
create index client_user on client (user_id, id);
