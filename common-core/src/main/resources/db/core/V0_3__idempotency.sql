create table idempotency_key (
    caller       char(36) character set ascii not null,
    operation    varchar(120) character set ascii collate ascii_bin not null comment 'method and path pattern',
    value        varchar(128) character set ascii collate ascii_bin not null,
    request_hash char(64) character set ascii not null,
    answer       mediumtext null comment 'null only within the transaction that is finding it',
    created_at   datetime(3) not null default current_timestamp(3),
    primary key (caller, operation, value),
    key ix_purge (created_at)
);
