alter table orders
    add column reminders       int unsigned not null default 0 comment 'how often whoever owes the next answer was asked again' after money_back,
    add column refunded_amount bigint not null default 0 comment 'given back after the order was sold' after reminders,
    modify column deadline datetime(3) null comment 'by the database clock: when the order has waited too long for the next answer';
