-- A webhook is acknowledged as soon as it is stored, and applied after that.
alter table webhook_event
    modify column outcome varchar(20) not null comment 'RECEIVED until it is applied: APPLIED, ORPHAN or MISMATCH, or FAILED where it cannot be; an orphan becomes one of the others when its payment comes',
    add column attempts        int unsigned not null default 0 comment 'that failed',
    add column next_attempt_at datetime(3) not null default current_timestamp(3) comment 'while it is RECEIVED',
    add column last_error      varchar(500) null comment 'why it was not applied';
