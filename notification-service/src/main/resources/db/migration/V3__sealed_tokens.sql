alter table notification
    add column sealed_token varchar(1000) character set ascii null comment 'what a secret mail brings, until it is sent; only the private key opens it';
