-- A key is published from its creation, signs from signs_from on until a newer one does, and is taken off the list
-- when verifies_until has passed.
create table signing_key (
    id                 varchar(64) character set ascii collate ascii_bin primary key comment 'RFC 7638 thumbprint',
    public_key         varbinary(1024) not null,
    sealed_private_key varbinary(4096) not null comment 'AES-256-GCM; nonce first',
    created_at         datetime(3) not null default current_timestamp(3),
    signs_from         datetime(3) not null,
    verifies_until     datetime(3) null
);

-- Whoever adds a key locks this row first.
create table signing_key_lock (
    id tinyint unsigned primary key
);

insert into signing_key_lock (id) values (1);
