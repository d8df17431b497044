alter table notification
    add column traceparent varchar(55) character set ascii null comment 'where in its trace the news was heard that it is about (W3C)';
