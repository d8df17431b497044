-- Appended to each row, so that the table is neither copied nor locked.
alter table orders
    add column particulars json null comment 'billing address, phone, tax id, note and gift message, as far as there are any';
