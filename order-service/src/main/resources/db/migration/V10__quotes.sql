-- An order keeps the quote that it was placed by, which no other order can be placed by, and what it cost step by step.
alter table orders
    add column quote_id char(36) character set ascii null comment 'the quote it was placed by; absent without one',
    add column bill json null comment 'what it costs, step by step, as the customer was shown it; absent without a quote',
    add unique key uq_quote (quote_id);

-- What quotes are signed with; each signs for a day.
create table quote_key (
    id         int unsigned auto_increment primary key,
    secret     binary(32) not null,
    created_at datetime(3) not null default current_timestamp(3)
);

alter table price
    add column category varchar(120) null comment 'of the catalogue, by which the rules of markets choose';
