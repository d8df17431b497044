create table second_factor (
    account_id    char(36) character set ascii primary key,
    sealed_secret varbinary(256) not null comment 'AES-256-GCM; nonce first',
    created_at    datetime(3) not null default current_timestamp(3),
    confirmed_at  datetime(3) null comment 'when the owner showed that it works; before, it counts for nothing',
    last_step     bigint unsigned not null default 0 comment 'of the last code: neither it nor an older one works again',
    constraint fk_factor_account foreign key (account_id) references account (id)
);

create table recovery_code (
    account_id char(36) character set ascii not null,
    hash       char(64) character set ascii not null comment 'SHA-256 of 80 random bits',
    used_at    datetime(3) null,
    primary key (account_id, hash),
    constraint fk_recovery_account foreign key (account_id) references account (id)
);

alter table login_session
    add column second_factor boolean not null default false comment 'whether it was opened with one';
