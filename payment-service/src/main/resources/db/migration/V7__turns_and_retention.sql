-- What one instance does for all of them, and when it is next due.
create table turn (
    task   varchar(40) character set ascii not null primary key,
    due_at datetime(3) not null
);

-- What is old is found by its age and deleted, or emptied, little by little.
alter table webhook_event
    modify column body text not null comment 'as it came; empty once it is forgotten',
    add key ix_received (received_at);
alter table provider_dead_letter add key ix_kept (kept_at);
