-- The keys and their answers are common-core's now.
alter table adjustment
    drop key uq_key,
    drop column idempotency_key,
    drop column request_hash,
    drop column answer,
    comment 'who moved stock by hand; stock_movement.ref points here';
