alter table reservation
    add column traceparent varchar(55) character set ascii null comment 'where in its trace the purchase asked for it (W3C)';
