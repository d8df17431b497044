-- What operators did. Only ever added to.
create table ops_audit (
    id       char(36) character set ascii not null primary key comment 'grows with time',
    at       datetime(3) not null default current_timestamp(3),
    actor    char(36) character set ascii not null,
    action   varchar(60) not null,
    target   varchar(1000) not null,
    reason   varchar(500) not null,
    affected bigint not null
);

-- Messages that could not be handled, and what became of them.
create table dead_letter (
    id            char(36) character set ascii not null primary key comment 'follows from where the message was, and grows with when it was sent',
    consumer      varchar(150) not null comment 'the consumer group that could not handle it',
    topic         varchar(150) not null,
    partition_no  int not null,
    offset_no     bigint not null,
    event_id      varchar(100) null,
    event_type    varchar(100) null,
    message_key   varchar(200) null,
    headers       json not null,
    payload       mediumtext null,
    error         varchar(2000) not null,
    state         varchar(10) character set ascii not null default 'WAITING',
    kept_at       datetime(3) not null default current_timestamp(3),
    unique key uq_place (consumer, topic, partition_no, offset_no),
    key ix_state (state, id)
);
