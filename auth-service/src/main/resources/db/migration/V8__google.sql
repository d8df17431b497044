-- Who somebody is elsewhere. The address is not part of it: people change theirs, and it goes to others.
create table external_identity (
    issuer     varchar(200) character set ascii collate ascii_bin not null,
    subject    varchar(255) character set ascii collate ascii_bin not null,
    account_id char(36) character set ascii not null,
    linked_at  datetime(3) not null default current_timestamp(3),
    primary key (issuer, subject),
    key ix_account (account_id),
    constraint fk_identity_account foreign key (account_id) references account (id)
);

-- Somebody went to sign in elsewhere and has not come back yet.
create table sign_in_attempt (
    state_hash  char(64) character set ascii primary key comment 'of what comes back in the address',
    holder_hash char(64) character set ascii not null comment 'of what only the browser that began has',
    nonce       char(43) character set ascii collate ascii_bin not null,
    verifier    char(43) character set ascii collate ascii_bin not null comment 'RFC 7636',
    expires_at  datetime(3) not null,
    used_at     datetime(3) null comment 'when the code was exchanged, which can be done once',
    account_id  char(36) character set ascii null comment 'who they are, where only the second factor is missing',
    finished_at datetime(3) null,
    key ix_purge (expires_at)
);
