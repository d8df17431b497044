-- Who is to wait, and how long. An attempt counts as failed until it has succeeded, so that many at once count, too.
create table login_attempts (
    scope         char(64) character set ascii primary key comment 'SHA-256 of what is slowed down',
    failures      int unsigned not null default 0,
    blocked_until datetime(3) not null default current_timestamp(3),
    last_at       datetime(3) not null default current_timestamp(3),
    key ix_purge (last_at)
);

-- Networks from which an account's owner has come in: a flood of guesses from elsewhere does not concern them.
create table known_place (
    account_id   char(36) character set ascii not null,
    network      char(64) character set ascii not null comment 'SHA-256 with the account, so that nobody reads an address here',
    last_seen_at datetime(3) not null default current_timestamp(3),
    primary key (account_id, network),
    key ix_purge (last_seen_at),
    constraint fk_place_account foreign key (account_id) references account (id)
);
