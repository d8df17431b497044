alter table notification
    modify status varchar(12) not null default 'PENDING' comment 'PENDING, SENT, DEAD_LETTER, HELD (over the cap) or DISCARDED',
    add column tried_since datetime(3) not null default current_timestamp(3) comment 'when it was noted, or requeued',
    add column mailbox char(64) character set ascii not null default '' comment 'SHA-256 of the address, by which mails are counted',
    add key ix_mailbox (mailbox, created_at),
    add key ix_purge (created_at);

alter table recipient
    add column verified_at datetime(3) null comment 'when they proved to read their mail',
    add key ix_email (email);
