alter table recipient
    add column language varchar(5) character set ascii not null default 'en' comment 'in which they want to be spoken to';
