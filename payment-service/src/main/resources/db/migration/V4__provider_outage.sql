-- While it lasts nobody asks the provider anything; at most one row.
create table provider_outage (
    id       tinyint unsigned not null primary key default 1,
    since_at datetime(3) not null default current_timestamp(3),
    until_at datetime(3) not null,
    actor    char(36) character set ascii not null,
    reason   varchar(500) not null,
    constraint ck_one_row check (id = 1)
);
