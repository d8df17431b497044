create table inbox_message (
    consumer    varchar(100) not null comment 'the consumer group, not the instance',
    event_id    char(36) character set ascii not null,
    event_type  varchar(100) not null,
    received_at datetime(3) not null default current_timestamp(3),
    primary key (consumer, event_id),
    key ix_purge (received_at)
);
