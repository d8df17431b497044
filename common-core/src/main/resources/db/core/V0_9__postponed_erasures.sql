-- Who is to be forgotten as soon as what is still going on with them is over.
create table postponed_erasure (
    request_id      char(36) character set ascii primary key,
    subject         char(36) character set ascii not null,
    next_attempt_at datetime(3) not null default current_timestamp(3),
    key ix_due (next_attempt_at)
);
