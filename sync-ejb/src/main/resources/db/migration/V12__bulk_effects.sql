-- What settling would do to the record; null where it would not be settled, or was not tried out.
alter table bulk_item add column effect text
  check (effect in ('STAYS', 'CHANGES', 'OVERWRITES', 'DELETES', 'REVIVES'));
