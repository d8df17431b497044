alter table account
    add column version bigint unsigned not null default 0 comment 'how often all its tokens were revoked: uv in tokens';
