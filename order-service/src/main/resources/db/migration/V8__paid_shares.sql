-- What was paid for each part of an order, as it was allocated when the order was placed: a refund looks nothing up again.
alter table order_line
    add column paid_amount bigint null comment 'with the tax, without discounts; absent in old orders: unit price by quantity',
    add column tax_amount  bigint not null default 0 comment 'of what was paid';
alter table orders
    add column shipping_amount bigint not null default 0 comment 'paid for shipping, with the tax',
    add column shipping_tax    bigint not null default 0 comment 'of what was paid for shipping',
    add column amount_step     int unsigned not null default 1 comment 'all amounts are multiples of it';
alter table refund
    add column shares json null comment 'of which lines, and how much of shipping, the money is; absent where nobody has said';
