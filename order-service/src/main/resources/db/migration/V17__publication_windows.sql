-- When shoppers see a product, where a time is set; without one of the two always before, or for ever after.
alter table price
    add column published_from  datetime(3) null,
    add column published_until datetime(3) null,
    modify on_sale boolean not null comment 'at all; when, say the two others';
