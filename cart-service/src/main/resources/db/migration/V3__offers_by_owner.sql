-- A SKU is spelled in one way, and may move from product to product: a row for each that has ever owned it.
alter table offer
    modify sku varchar(64) character set ascii collate ascii_bin not null,
    modify product_id varchar(64) character set ascii collate ascii_bin not null,
    add column updated_at datetime(3) not null default '1970-01-01' comment 'when the catalogue made this version',
    drop primary key,
    add primary key (sku, product_id);
