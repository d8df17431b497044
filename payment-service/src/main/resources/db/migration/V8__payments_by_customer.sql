-- Whoever asks for their data, or to be forgotten, is found without reading all payments.
alter table payment_intent add key ix_customer (customer_id);
