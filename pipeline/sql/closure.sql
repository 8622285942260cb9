-- One row per wave, unit and ancestor, the unit itself included: which sums a unit's answers belong to.
-- Not ordered: it fills a table that is only joined.
with recursive climbed as (
  select
    units.wave as wave,
    units.unit as unit,
    units.unit as ancestor,
    units.parent as next
  from units
  union all
  select
    climbed.wave as wave,
    climbed.unit as unit,
    parents.unit as ancestor,
    parents.parent as next
  from climbed
  join units as parents on parents.wave = climbed.wave and parents.unit = climbed.next
),
final as (
  select
    climbed.wave as wave,
    climbed.unit as unit,
    climbed.ancestor as ancestor
  from climbed
)
select
  final.wave,
  final.unit,
  final.ancestor
from final
