alter table account
    add column email_verified_at datetime(3) null comment 'when its owner proved to read its mail';

alter table login_session
    add column device varchar(200) not null default '' comment 'what the client calls itself',
    add column last_used_at datetime(3) not null default current_timestamp(3);

-- What a mail lets its reader do, once.
create table mail_token (
    hash       char(64) character set ascii primary key comment 'SHA-256; the token itself is nowhere but in the mail',
    account_id char(36) character set ascii not null,
    purpose    varchar(20) character set ascii not null comment 'VERIFY_EMAIL or RESET_PASSWORD',
    issued_at  datetime(3) not null default current_timestamp(3),
    expires_at datetime(3) not null,
    used_at    datetime(3) null,
    key ix_newest (account_id, purpose, issued_at),
    key ix_purge (expires_at),
    constraint fk_mail_token_account foreign key (account_id) references account (id)
);

-- Only ever added to, until a row is too old.
create table security_event (
    id         char(36) character set ascii primary key comment 'grows with time',
    at         datetime(3) not null default current_timestamp(3),
    kind       varchar(40) character set ascii not null,
    account_id char(36) character set ascii null comment 'whose account it concerns',
    actor_id   char(36) character set ascii null comment 'who did it, where somebody was known',
    detail     varchar(200) not null default '',
    key ix_account (account_id, id),
    key ix_kind (kind, id),
    key ix_purge (at)
);
