-- Codes of promotions are not found by trying: how many that were not usable a shopper, or a network, has tried since then.
create table wrong_code (
    holder varchar(60) character set ascii not null primary key comment 'a subject, or a network',
    wrong  int unsigned not null default 1,
    since  datetime(3) not null default current_timestamp(3),
    key ix_since (since)
);
