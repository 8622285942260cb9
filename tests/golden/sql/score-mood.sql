with counted as (select unit, ("M1" is not null)::integer + ("M2" is not null)::integer + ("M3" is not null)::integer as score_0_0_answered, coalesce("M1", 0) + coalesce(0.5 - "M2", 0) + coalesce("M3", 0) as score_0_0_total, ("M4" is not null)::integer + ("M5" is not null)::integer as score_0_1_answered, coalesce(0.5 - "M4", 0) + coalesce("M5", 0) as score_0_1_total from responses),
  based as (select *, score_0_0_answered >= 3 and score_0_1_answered >= 1 as block_0 from counted),
  scored as (select unit, block_0, case when block_0 then (score_0_0_total * 10)::bigint end as score_0_0, case when block_0 then ((score_0_1_total * 10)::bigint + 10 * score_0_1_answered) * (8 // score_0_1_answered) end as score_0_1 from based)
  select * from scored
