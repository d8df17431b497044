create table payment_intent (
    id             char(36) character set ascii primary key,
    order_id       char(36) character set ascii not null,
    customer_id    char(36) character set ascii null comment 'unknown where a void came before the authorization',
    amount         bigint null,
    currency       char(3) character set ascii null,
    payment_method varchar(100) null,
    state          varchar(20) not null,
    reason         varchar(100) null,
    action_url     varchar(500) null,
    version        bigint not null default 0,
    created_at     datetime(3) not null default current_timestamp(3),
    updated_at     datetime(3) not null default current_timestamp(3) on update current_timestamp(3),
    unique key uq_order (order_id),
    key ix_state (state, updated_at)
);

-- What the provider is to be asked, committed before it is asked; asked again until there is a definite answer.
create table provider_call (
    intent_id       char(36) character set ascii not null,
    operation       varchar(10) not null,
    done            boolean not null default false,
    attempts        int unsigned not null default 0,
    next_attempt_at datetime(3) not null default current_timestamp(3),
    last_error      varchar(500) null,
    created_at      datetime(3) not null default current_timestamp(3),
    primary key (intent_id, operation),
    key ix_due (done, next_attempt_at),
    constraint fk_call_intent foreign key (intent_id) references payment_intent (id)
);

create table webhook_event (
    provider    varchar(20) not null,
    event_id    varchar(100) not null,
    order_id    varchar(64) not null,
    type        varchar(60) not null,
    body        text not null,
    outcome     varchar(20) not null comment 'APPLIED, ORPHAN or MISMATCH',
    received_at datetime(3) not null default current_timestamp(3),
    primary key (provider, event_id),
    key ix_outcome (outcome, received_at)
);
