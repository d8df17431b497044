-- New events are read in the order of their ids, usually from all buckets at once: an index that starts with the bucket
-- would be searched once for each of them and its findings sorted.
alter table outbox_event drop key ix_relay, add key ix_relay (status, id);
