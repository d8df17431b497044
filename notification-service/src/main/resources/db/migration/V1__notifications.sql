create table recipient (
    user_id          char(36) character set ascii primary key,
    email            varchar(254) null,
    first_name       varchar(80) null,
    marketing_emails boolean not null default false,
    version          bigint not null default -1 comment 'of the profile; -1 before there was one'
);

create table notification (
    id              char(36) character set ascii primary key,
    about           varchar(64) not null comment 'the order or account it is about',
    template        varchar(40) not null,
    user_id         char(36) character set ascii not null,
    email           varchar(254) not null,
    subject         varchar(200) not null,
    body            text not null,
    status          varchar(12) not null default 'PENDING' comment 'PENDING, SENT or DEAD_LETTER',
    attempts        int unsigned not null default 0,
    next_attempt_at datetime(3) not null default current_timestamp(3),
    last_error      varchar(500) null,
    created_at      datetime(3) not null default current_timestamp(3),
    sent_at         datetime(3) null,
    unique key uq_once (about, template),
    key ix_due (status, next_attempt_at),
    key ix_user (user_id, id),
    key ix_status (status, id)
);
