-- Column names follow Debezium's outbox event router (id, aggregate id, type, payload; routed by topic),
-- so that change data capture can replace the relay without a schema change.
create table outbox_event (
    id           bigint unsigned auto_increment primary key comment 'storage order and, per aggregate, commit order; never a cursor over all rows',
    event_id     char(36) character set ascii not null,
    topic        varchar(120) not null,
    aggregate_id varchar(64) not null,
    event_type   varchar(100) not null,
    bucket       tinyint unsigned not null,
    headers      json not null,
    payload      mediumtext not null,
    status       tinyint unsigned not null default 0 comment '0 new, 1 sent, 2 parked, 3 discarded',
    attempts     smallint unsigned not null default 0 comment 'failures of this very record; an absent broker does not count',
    last_error   varchar(500) null,
    created_at   datetime(3) not null default current_timestamp(3),
    sent_at      datetime(3) null,
    unique key uq_event (event_id),
    key ix_relay (status, bucket, id),
    key ix_purge (status, sent_at)
);

-- A relay owns a bucket for as long as it holds the lock on its row.
create table outbox_bucket (
    bucket tinyint unsigned primary key
);

insert into outbox_bucket (bucket)
with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < 31)
select n from numbers;
