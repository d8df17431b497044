alter table payment_intent
    add column provider_reference varchar(100) null comment 'what the provider calls it' after payment_method,
    add column refunds            int unsigned not null default 0 comment 'how many rows it has in refund, nearly always none' after provider_reference;

-- Money on its way back after it was taken, or the refusal to send it; each decided once.
create table refund (
    intent_id  char(36) character set ascii not null,
    id         char(36) character set ascii not null comment 'chosen by whoever wants the money back',
    amount     bigint not null,
    currency   char(3) character set ascii not null,
    state      varchar(10) character set ascii not null comment 'REQUESTED, DONE or REFUSED',
    reason     varchar(100) null,
    created_at datetime(3) not null default current_timestamp(3),
    updated_at datetime(3) not null default current_timestamp(3) on update current_timestamp(3),
    primary key (intent_id, id),
    key ix_state (state, updated_at),
    constraint fk_refund_intent foreign key (intent_id) references payment_intent (id)
);

-- There may be several refunds of one payment, so a call is also told apart by what it is about.
alter table provider_call
    add column subject char(36) character set ascii not null default '' comment 'the refund; empty for other operations' after operation,
    drop primary key,
    add primary key (intent_id, operation, subject);
