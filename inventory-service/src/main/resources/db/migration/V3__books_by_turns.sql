-- What one instance does for all of them, and when it is next due.
create table turn (
    task   varchar(40) character set ascii not null primary key,
    due_at datetime(3) not null
);

-- How far the ledger has been compared: the last movement there was two looks ago, and one look ago.
create table books_seen (
    id     tinyint unsigned not null primary key default 1,
    before_last bigint unsigned not null default 0,
    last   bigint unsigned not null default 0,
    constraint ck_one_row check (id = 1)
);
insert into books_seen (id) values (1);

-- SKUs whose books did not agree when they were last looked at.
create table books_wrong (
    sku varchar(64) character set ascii collate ascii_bin not null primary key
);
