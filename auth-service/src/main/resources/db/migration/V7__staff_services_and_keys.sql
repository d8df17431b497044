alter table account
    modify password_hash varchar(200) character set ascii collate ascii_bin null comment 'absent until the owner chooses one',
    add column suspended_at datetime(3) null comment 'since when nobody gets in';

-- Programs that act for themselves (RFC 6749, section 4.4).
create table service_client (
    id             char(36) character set ascii primary key comment 'the sub of its tokens',
    name           varchar(60) character set ascii collate ascii_bin not null comment 'its client_id',
    audiences      varchar(400) character set ascii not null comment 'the services that it may call, by commas',
    secret_hash    char(64) character set ascii not null comment 'SHA-256 of 256 random bits',
    previous_hash  char(64) character set ascii null,
    previous_until datetime(3) null comment 'until when the secret before works, too',
    created_at     datetime(3) not null default current_timestamp(3),
    unique key uq_name (name)
);

alter table signing_key
    add column removed_at datetime(3) null comment 'since when nothing that it signed counts';
