-- Whoever keeps something of a person shares the row of their bucket until the commit; whoever forgets one waits for all who do.
-- A lock on a row of erased_subject would not do: before there is one, nothing stands in the way of the first.
create table erasure_turn (
    bucket tinyint unsigned primary key
);

insert into erasure_turn (bucket)
with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < 63)
select n from numbers;
