create table orders (
    id              char(36) character set ascii primary key,
    owner           char(36) character set ascii not null comment 'the subject of the token that placed it',
    idempotency_key varchar(128) character set ascii collate ascii_bin not null,
    request_hash    char(64) character set ascii not null,
    email           varchar(254) not null,
    payment_method  varchar(100) not null,
    total_amount    bigint not null,
    currency        char(3) character set ascii not null,
    ship_to         json not null,
    state           varchar(20) not null,
    cancel_reason   varchar(30) null,
    stock_back      boolean not null default false,
    money_back      boolean not null default false,
    action_url      varchar(500) null,
    deadline        datetime(3) null comment 'by the database clock: when the customer or a service has kept us waiting too long',
    version         bigint not null default 0,
    created_at      datetime(3) not null default current_timestamp(3),
    updated_at      datetime(3) not null default current_timestamp(3) on update current_timestamp(3),
    unique key uq_idempotency (owner, idempotency_key),
    key ix_owner (owner, id),
    key ix_state (state, id),
    key ix_deadline (deadline)
);

create table order_line (
    order_id    char(36) character set ascii not null,
    line_no     smallint unsigned not null,
    sku         varchar(64) not null,
    product_id  varchar(64) not null,
    name        varchar(300) not null,
    quantity    int unsigned not null,
    unit_amount bigint not null,
    primary key (order_id, line_no),
    constraint fk_line_order foreign key (order_id) references orders (id)
);

-- Append-only: what happened to an order, who or what caused it, and the trace to look it up by.
create table order_history (
    id       bigint unsigned auto_increment primary key,
    order_id char(36) character set ascii not null,
    at       datetime(3) not null default current_timestamp(3),
    fact     varchar(40) not null,
    state    varchar(20) not null,
    actor    varchar(80) not null comment 'a service, or the subject of a token',
    cause_id char(36) character set ascii null comment 'the message that brought the news',
    trace_id varchar(32) character set ascii null,
    key ix_order (order_id, id)
);
