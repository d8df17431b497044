-- Whoever was forgotten here. The id leads to nobody; it keeps what comes late from bringing them back.
create table erased_subject (
    subject   char(36) character set ascii primary key,
    erased_at datetime(3) not null default current_timestamp(3)
);
