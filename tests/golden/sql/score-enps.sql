with counted as (select unit, ("ENPS01" is not null)::integer as score_0_0_answered, coalesce("ENPS01", 0) as score_0_0_total from responses),
  based as (select *, score_0_0_answered >= 1 as block_0 from counted),
  scored as (select unit, block_0, case when block_0 then case when score_0_0_total >= 9 then 100 when score_0_0_total <= 6 then -100 else 0 end end as score_0_0 from based)
  select * from scored
