-- Stock rows are locked in the order of this primary key, by everyone: that is why two orders never deadlock.
create table stock (
    sku       varchar(64) character set ascii collate ascii_bin not null,
    bucket    tinyint unsigned not null default 0 comment 'shares of a much wanted SKU; so far every SKU has one',
    available int unsigned not null,
    version   bigint unsigned not null default 0 comment 'grows with every change',
    primary key (sku, bucket)
);

create table reservation (
    order_id   char(36) character set ascii not null primary key,
    state      varchar(10) character set ascii not null,
    expires_at datetime(3) null comment 'of a hold',
    shortages  json null comment 'of a rejection',
    version    int unsigned not null default 0,
    key ix_expiry (state, expires_at)
);

create table reservation_line (
    order_id char(36) character set ascii not null,
    sku      varchar(64) character set ascii collate ascii_bin not null,
    bucket   tinyint unsigned not null default 0,
    quantity int unsigned not null,
    primary key (order_id, sku, bucket),
    key ix_sku (sku)
);

-- The ledger: the deltas of a SKU always add up to what is available. Nothing moves twice for the same reason.
create table stock_movement (
    id     bigint unsigned auto_increment primary key,
    sku    varchar(64) character set ascii collate ascii_bin not null,
    delta  int not null,
    reason varchar(20) character set ascii not null,
    ref    char(36) character set ascii not null comment 'the order, or the adjustment',
    at     datetime(3) not null default current_timestamp(3),
    unique key uq_once (ref, sku, reason),
    key ix_sku (sku)
);

create table adjustment (
    id              char(36) character set ascii not null primary key,
    caller          char(36) character set ascii not null,
    idempotency_key varchar(128) character set ascii collate ascii_bin not null,
    request_hash    char(64) character set ascii not null,
    answer          json null,
    at              datetime(3) not null default current_timestamp(3),
    unique key uq_key (caller, idempotency_key)
);
