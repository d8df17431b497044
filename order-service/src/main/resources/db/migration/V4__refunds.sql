alter table orders
    add column refunds int unsigned not null default 0 comment 'how many rows it has in refund, nearly always none' after refunded_amount;

-- Money of a sold order on its way back; each decided once.
create table refund (
    order_id     char(36) character set ascii not null,
    id           char(36) character set ascii not null comment 'follows from the idempotency key of whoever asked',
    amount       bigint not null,
    currency     char(3) character set ascii not null,
    state        varchar(10) character set ascii not null comment 'REQUESTED, REFUNDED or FAILED',
    failure      varchar(100) null,
    why          varchar(500) null comment 'what whoever asked said; absent where the money went back without being asked for here',
    requested_by char(36) character set ascii null,
    lines_back   json null comment 'what of the order it is for, where that was said',
    created_at   datetime(3) not null default current_timestamp(3),
    updated_at   datetime(3) not null default current_timestamp(3) on update current_timestamp(3),
    primary key (order_id, id),
    constraint fk_refund_order foreign key (order_id) references orders (id)
);
