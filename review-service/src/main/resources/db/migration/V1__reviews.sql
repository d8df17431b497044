create table review (
    id         char(36) character set ascii primary key,
    product_id varchar(64) not null,
    author     char(36) character set ascii not null,
    rating     tinyint unsigned not null,
    title      varchar(500) not null,
    comment    varchar(5000) not null,
    status     varchar(10) not null default 'PENDING',
    created_at datetime(3) not null default current_timestamp(3),
    updated_at datetime(3) not null default current_timestamp(3) on update current_timestamp(3),
    unique key uq_one_each (author, product_id),
    key ix_product (product_id, status, id),
    key ix_status (status, id),
    constraint ck_rating check (rating between 1 and 5)
);

-- Who has really received what, by the orders that were delivered.
create table purchase (
    customer   char(36) character set ascii not null,
    product_id varchar(64) not null,
    order_id   char(36) character set ascii not null,
    primary key (customer, product_id)
);

-- The sum over all approved reviews of a product, kept with them.
create table rating (
    product_id varchar(64) primary key,
    version    bigint not null,
    count      int not null,
    total      int not null
);

-- Append-only: who let which review be seen, or not, and why.
create table moderation (
    id        bigint unsigned auto_increment primary key,
    review_id char(36) character set ascii not null,
    moderator char(36) character set ascii not null,
    decision  varchar(10) not null,
    reason    varchar(500) null,
    at        datetime(3) not null default current_timestamp(3),
    key ix_review (review_id)
);
