-- What something costs for a while instead; absent where no sale of it was announced.
alter table price
    add column sale_amount bigint null comment 'in the currency of the list price, which is in amount',
    add column sale_from   datetime(3) null,
    add column sale_until  datetime(3) null;
