create table account (
    id            char(36) character set ascii primary key,
    email         varchar(254) character set ascii collate ascii_bin not null comment 'in lower case',
    password_hash varchar(200) character set ascii collate ascii_bin not null,
    roles         set('CUSTOMER', 'SUPPORT', 'MODERATOR', 'CATALOG', 'OPERATOR', 'ADMIN') not null,
    created_at    datetime(3) not null default current_timestamp(3),
    unique key uq_email (email)
);

create table login_session (
    id         char(36) character set ascii primary key,
    account_id char(36) character set ascii not null,
    created_at datetime(3) not null default current_timestamp(3),
    expires_at datetime(3) not null comment 'however much it is used',
    revoked_at datetime(3) null,
    key ix_account (account_id),
    key ix_purge (expires_at),
    constraint fk_session_account foreign key (account_id) references account (id)
);

create table refresh_token (
    hash          char(64) character set ascii primary key comment 'SHA-256; the token itself is nowhere',
    session_id    char(36) character set ascii not null,
    predecessor   char(64) character set ascii null comment 'the token it was exchanged for',
    issued_at     datetime(3) not null default current_timestamp(3),
    expires_at    datetime(3) not null comment 'unless it is used before',
    used_at       datetime(3) null,
    superseded_at datetime(3) null comment 'never reached its owner, so far as we know',
    key ix_session (session_id),
    key ix_predecessor (predecessor),
    constraint fk_token_session foreign key (session_id) references login_session (id) on delete cascade
);
