-- A SKU that everybody wants is spread over several rows of stock, so that its buyers do not queue for one.
create table hot_sku (
    sku       varchar(64) character set ascii collate ascii_bin not null primary key,
    chosen    varchar(8) character set ascii not null comment 'BY_HAND, or BY_LOAD: then only as long as it is busy',
    since     datetime(3) not null default current_timestamp(3),
    busy_at   datetime(3) not null default current_timestamp(3) comment 'when its buyers last had to wait',
    announced varchar(12) character set ascii not null comment 'the level that the shop was last told'
);

alter table reservation
    add column owner char(36) character set ascii null comment 'whose order it is; none are known from before',
    add key ix_owner (owner, state);
