alter table payment_intent
    add column traceparent varchar(55) character set ascii null comment 'where in its trace the payment was last moved (W3C)';
