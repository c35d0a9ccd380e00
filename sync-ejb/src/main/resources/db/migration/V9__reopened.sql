-- Whether a conflict was settled once and is open again. Its device may have heard of the end, so
-- what it edits since does not answer the question.
alter table conflict add column reopened boolean not null default false;
