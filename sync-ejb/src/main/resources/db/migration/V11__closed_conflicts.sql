-- Closed conflicts are removed by age.
create index conflict_closed on conflict (resolved_at) where status <> 'OPEN';
