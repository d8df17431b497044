-- What is published of a cart next, and when it was touched last. Carts from before say nothing until they change.
alter table cart
    add column next_event varchar(10) character set ascii null comment 'CHANGED, ABANDONED or nothing',
    add key ix_next_event (next_event, updated_at);
