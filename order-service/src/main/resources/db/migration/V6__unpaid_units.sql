-- What is held without having been paid for is counted by guest and by network; a network is forgotten once it is paid for or given up.
alter table orders
    add column units   int unsigned not null default 0 comment 'of all lines together',
    add column guest   boolean not null default false comment 'placed without an account',
    add column network varchar(24) character set ascii null comment 'where it came from, while it is not paid for: /24 of IPv4, /64 of IPv6',
    add key ix_network (network, state);

-- Whoever counts for one of these holds its row, so that no two orders take the last room at the same time.
create table unpaid_holder (
    holder  varchar(60) character set ascii not null primary key comment 'a guest, or a network',
    used_at datetime(3) not null default current_timestamp(3) on update current_timestamp(3),
    key ix_used (used_at)
);
