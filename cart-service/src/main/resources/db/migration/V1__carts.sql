create table cart (
    owner      char(36) character set ascii primary key,
    version    bigint not null,
    content    json not null,
    updated_at datetime(3) not null default current_timestamp(3) on update current_timestamp(3)
);

-- Our own copy of what is for sale, fed by product events.
create table offer (
    sku        varchar(64) primary key,
    product_id varchar(64) not null,
    name       varchar(300) not null,
    amount     bigint not null,
    currency   char(3) character set ascii not null,
    on_sale    boolean not null,
    version    bigint not null comment 'of the product it comes from',
    key ix_product (product_id)
);
