-- News about payments that nobody here knows: taken up when the payment comes, asked about when it does not.
alter table webhook_event
    modify column outcome varchar(20) not null comment 'APPLIED, ORPHAN or MISMATCH; an orphan becomes one of the others when its payment comes',
    add column asked_at      datetime(3) null comment 'when the provider was last asked about an orphan',
    add column provider_says varchar(200) null comment 'what it answered then',
    add key ix_order (order_id);
