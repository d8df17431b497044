#!/usr/bin/env bash
# One database and one user for each service, none of whom sees another's. Runs once, on an empty volume.
set -euo pipefail
for name in auth user inventory cart order payment review notification; do
    mysql --user=root --password="$MYSQL_ROOT_PASSWORD" <<SQL
create database if not exists ecom_$name;
create user if not exists 'ecom_$name'@'%' identified by '$ECOM_DB_PASSWORD';
grant all privileges on ecom_$name.* to 'ecom_$name'@'%';
SQL
done
