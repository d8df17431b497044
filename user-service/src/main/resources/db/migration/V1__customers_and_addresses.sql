create table customer (
    id                char(36) character set ascii primary key comment 'the account: the sub of its tokens',
    email             varchar(254) null comment 'as auth-service knows it',
    first_name        varchar(80) null,
    last_name         varchar(80) null,
    phone_number      varchar(20) null,
    marketing_emails  boolean not null default false,
    sms_notifications boolean not null default false,
    language          varchar(5) character set ascii not null default 'en',
    currency          char(3) character set ascii not null default 'USD',
    version           bigint unsigned not null default 0,
    created_at        datetime(3) not null default current_timestamp(3),
    updated_at        datetime(3) not null default current_timestamp(3) on update current_timestamp(3)
);

create table address (
    id          char(36) character set ascii primary key,
    customer_id char(36) character set ascii not null,
    label       varchar(40) not null,
    recipient   varchar(120) not null,
    line1       varchar(180) not null,
    line2       varchar(180) null,
    city        varchar(80) not null,
    state       varchar(80) null,
    postal_code varchar(20) not null,
    country     char(2) character set ascii not null comment 'ISO 3166-1 alpha-2',
    is_default  boolean not null default false,
    version     bigint unsigned not null default 0,
    default_of  char(36) character set ascii generated always as (if(is_default, customer_id, null)) virtual,
    unique key uq_one_default (default_of),
    key ix_customer (customer_id),
    constraint fk_address_customer foreign key (customer_id) references customer (id) on delete cascade
);
