-- As every other column of a SKU compares (ADR 15).
alter table order_line
    modify sku varchar(64) character set ascii collate ascii_bin not null;
