-- Calls that the provider refused for good, or never answered in all their attempts, and what became of them.
create table provider_dead_letter (
    id        char(36) character set ascii not null primary key comment 'grows with time',
    intent_id char(36) character set ascii not null,
    operation varchar(10) not null,
    subject   char(36) character set ascii not null default '' comment 'the refund; empty for other operations',
    kind      varchar(10) character set ascii not null comment 'REFUSED or EXHAUSTED',
    attempts  int unsigned not null,
    error     varchar(500) not null,
    state     varchar(10) character set ascii not null default 'WAITING' comment 'WAITING, REQUEUED or DISCARDED',
    kept_at   datetime(3) not null default current_timestamp(3),
    key ix_state (state, id),
    constraint fk_letter_call foreign key (intent_id, operation, subject)
        references provider_call (intent_id, operation, subject)
);
