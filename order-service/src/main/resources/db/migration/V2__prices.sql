-- Our own copy of what things cost, fed by product events.
create table price (
    sku        varchar(64) primary key,
    product_id varchar(64) not null,
    name       varchar(300) not null,
    amount     bigint not null,
    currency   char(3) character set ascii not null,
    on_sale    boolean not null,
    version    bigint not null comment 'of the product it comes from',
    key ix_product (product_id)
);
