create table wishlist_item (
    customer_id char(36) character set ascii not null,
    product_id  varchar(64) not null,
    added_at    datetime(3) not null default current_timestamp(3),
    primary key (customer_id, product_id),
    key ix_newest (customer_id, added_at),
    constraint fk_wish_customer foreign key (customer_id) references customer (id) on delete cascade
);

-- What people want done with what the shop keeps of them. The row outlives the customer: it is the proof that it was done.
create table privacy_request (
    id          char(36) character set ascii primary key,
    customer_id char(36) character set ascii not null,
    kind        varchar(10) character set ascii not null comment 'EXPORT or ERASURE',
    state       varchar(10) character set ascii not null comment 'WAITING, RUNNING, DONE or CANCELLED',
    asked_at    datetime(3) not null default current_timestamp(3),
    due_at      datetime(3) not null comment 'when it begins, unless it is cancelled before',
    finished_at datetime(3) null,
    open_of     varchar(50) character set ascii
        generated always as (if(state in ('WAITING', 'RUNNING'), concat(customer_id, kind), null)) virtual,
    unique key uq_one_open (open_of),
    key ix_customer (customer_id, id),
    key ix_due (state, due_at)
);

-- What each service answered.
create table privacy_receipt (
    request_id  char(36) character set ascii not null,
    service     varchar(40) character set ascii not null,
    part        int unsigned not null default 1,
    parts       int unsigned not null default 1,
    erased      int unsigned not null default 0,
    anonymised  int unsigned not null default 0,
    kept        int unsigned not null default 0,
    reason      varchar(200) null,
    items       json null comment 'the copy, until it is forgotten',
    received_at datetime(3) not null default current_timestamp(3),
    primary key (request_id, service, part),
    constraint fk_receipt_request foreign key (request_id) references privacy_request (id) on delete cascade
);
