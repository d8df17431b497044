alter table orders
    add column traceparent varchar(55) character set ascii null comment 'where in its trace the purchase began (W3C)';
