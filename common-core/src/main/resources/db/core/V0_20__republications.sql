-- Every time that all current states were published again, and how far it is.
create table republication (
    id          char(36) character set ascii primary key,
    started_by  char(36) character set ascii not null,
    started_at  datetime(3) not null,
    reason      varchar(500) not null,
    total       bigint not null,
    published   bigint not null default 0,
    position    varchar(128) character set ascii collate ascii_bin not null default '' comment 'the key of the last state',
    finished_at datetime(3) null,
    key ix_unfinished (finished_at, started_at)
);
