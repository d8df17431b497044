-- Where a promotion may be used only so often, each use is stock of a kind: a row for each order and each limit that it counts for.
create table promotion_use (
    order_id char(36) character set ascii not null,
    counter  varchar(130) character set ascii collate ascii_bin not null comment 'market/promotion, with #code or @customer',
    state    varchar(10) character set ascii not null comment 'RESERVED while the order is open, COMMITTED if it is sold, else RELEASED',
    primary key (order_id, counter),
    key ix_counter (counter, state),
    constraint fk_use_order foreign key (order_id) references orders (id)
);

-- How many of them are reserved or committed; who takes the last one is decided by one conditional statement.
create table use_count (
    counter varchar(130) character set ascii collate ascii_bin primary key,
    used    int unsigned not null default 0
);

alter table orders
    add column limited boolean not null default false comment 'uses promotions of which there are only so many';
