with scored as (with counted as (select unit, ("BAT01" is not null)::integer + ("BAT03" is not null)::integer + ("BAT04" is not null)::integer + ("BAT09" is not null)::integer + ("BAT11" is not null)::integer + ("BAT13" is not null)::integer + ("BAT14" is not null)::integer + ("BAT17" is not null)::integer + ("BAT18" is not null)::integer + ("BAT19" is not null)::integer + ("BAT20" is not null)::integer + ("BAT23" is not null)::integer as score_0_0_answered, coalesce("BAT01", 0) + coalesce("BAT03", 0) + coalesce("BAT04", 0) + coalesce("BAT09", 0) + coalesce("BAT11", 0) + coalesce("BAT13", 0) + coalesce("BAT14", 0) + coalesce("BAT17", 0) + coalesce("BAT18", 0) + coalesce("BAT19", 0) + coalesce("BAT20", 0) + coalesce("BAT23", 0) as score_0_0_total from responses),
  based as (select *, score_0_0_answered >= 10 as block_0 from counted),
  scored as (select unit, block_0, case when block_0 then score_0_0_total::integer * (660 // score_0_0_answered) end as score_0_0 from based)
  select * from scored),
    direct as (select unit, count(*) as answered, count(*) filter (block_0) as block_0_respondents, coalesce(sum(score_0_0), 0) as score_0_0_sum, coalesce(sum(score_0_0::bigint * score_0_0), 0) as score_0_0_squares from scored group by unit)
    select ancestor as unit, sum(answered)::hugeint as answered, sum(block_0_respondents)::hugeint as block_0_respondents, sum(score_0_0_sum)::hugeint as score_0_0_sum, sum(score_0_0_squares)::hugeint as score_0_0_squares
    from direct join closure on closure.unit = direct.unit and closure.wave = 0
    group by ancestor
