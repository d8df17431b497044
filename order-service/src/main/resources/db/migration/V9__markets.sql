-- What a market sells by, version by version: none is ever changed, the highest one counts.
create table market_version (
    market  varchar(40) character set ascii collate ascii_bin not null,
    version int unsigned not null,
    rules   json not null,
    actor   char(36) character set ascii not null,
    reason  varchar(500) not null,
    at      datetime(3) not null default current_timestamp(3),
    primary key (market, version)
);
