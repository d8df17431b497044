-- Grows whenever the author rewrites it, so that a moderator decides about the words that they have read.
alter table review add column version int unsigned not null default 0 after comment;
