-- What came into the cart of an account from that of a guest, so that it leaves that cart, too, if the guest had ordered it before.
create table merged_goods (
    guest     char(36) character set ascii not null,
    account   char(36) character set ascii not null,
    sku       varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    quantity  int not null,
    merged_at datetime(3) not null default current_timestamp(3),
    primary key (guest, account, sku),
    key ix_account (account),
    key ix_merged_at (merged_at)
);
