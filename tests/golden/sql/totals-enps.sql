with scored as (with counted as (select unit, ("ENPS01" is not null)::integer as score_0_0_answered, coalesce("ENPS01", 0) as score_0_0_total from responses),
  based as (select *, score_0_0_answered >= 1 as block_0 from counted),
  scored as (select unit, block_0, case when block_0 then case when score_0_0_total >= 9 then 100 when score_0_0_total <= 6 then -100 else 0 end end as score_0_0 from based)
  select * from scored),
    direct as (select unit, count(*) as answered, count(*) filter (block_0) as block_0_respondents, coalesce(sum(score_0_0), 0) as score_0_0_sum, coalesce(sum(score_0_0::bigint * score_0_0), 0) as score_0_0_squares, count(*) filter (score_0_0 = 100) as score_0_0_promoters, count(*) filter (score_0_0 = -100) as score_0_0_detractors from scored group by unit)
    select ancestor as unit, sum(answered)::hugeint as answered, sum(block_0_respondents)::hugeint as block_0_respondents, sum(score_0_0_sum)::hugeint as score_0_0_sum, sum(score_0_0_squares)::hugeint as score_0_0_squares, sum(score_0_0_promoters)::hugeint as score_0_0_promoters, sum(score_0_0_detractors)::hugeint as score_0_0_detractors
    from direct join closure on closure.unit = direct.unit and closure.wave = 0
    group by ancestor
