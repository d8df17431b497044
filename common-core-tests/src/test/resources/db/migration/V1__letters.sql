create table author (sku varchar(64) primary key, version bigint not null);
create table heard (
    position   bigint unsigned auto_increment primary key,
    message_id char(36) not null,
    sku        varchar(64) not null,
    version    bigint not null
);
