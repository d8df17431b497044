-- Comparisons of our books with the provider's, and what they found.
create table reconciliation_pass (
    id          char(36) character set ascii not null primary key comment 'grows with time',
    kind        varchar(10) character set ascii not null comment 'WAITING: payments that wait too long; FULL: both books',
    actor       char(36) character set ascii null comment 'nobody where the clock did it',
    from_at     datetime(3) null,
    until_at    datetime(3) null,
    compared    int unsigned not null,
    differences int unsigned not null,
    healed      int unsigned not null,
    ran_at      datetime(3) not null default current_timestamp(3)
);

create table reconciliation_difference (
    pass_id  char(36) character set ascii not null,
    order_id char(36) character set ascii not null,
    kind     varchar(20) character set ascii not null,
    ours     varchar(200) not null,
    theirs   varchar(200) not null,
    healed   boolean not null,
    primary key (pass_id, order_id, kind),
    constraint fk_difference_pass foreign key (pass_id) references reconciliation_pass (id)
);
