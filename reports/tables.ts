/**
 * Makes the tables of a release: for people in Dutch and English, for machines once.
 * In: a release; out: files with a path inside the release folder. One row per team, per unit and measure, or per cell.
 */
import type { Release, Segment } from "../schemas/release.ts";
import type { Language } from "../schemas/text.ts";
import { type Context, nameUnit, openContext, titleCode } from "./context.ts";
import { gatherFacts } from "./facts.ts";
import { figureOf, indexRelease, type ReleaseIndex } from "./index-release.ts";
import { orderCells } from "./rows/choose-measures.ts";
import type { TeamRow } from "./rows/team-rows.ts";
import { tablesOfEvidence } from "./tables-of-evidence.ts";
import { type CsvStyle, type CsvValue, dutchCsv, englishCsv, machineCsv, writeCsv } from "./write-csv.ts";

export type TableFile = Readonly<{ path: string; content: string }>;

/** All tables; a table without rows still has its header. */
export const tables = (release: Release): TableFile[] => [
  ...tablesForPeople(release, "nl", dutchCsv),
  ...tablesForPeople(release, "en", englishCsv),
  { path: "tables/cells.csv", content: writeCells(indexRelease(release)) },
  { path: "tables/assessments.csv", content: writeAssessments(release) },
  ...tablesOfEvidence(release),
];

const text = (value: string): CsvValue => ({ text: value });
const optional = (value: string | null | undefined): CsvValue =>
  value === null || value === undefined ? null : text(value);
const number = (value: number | null | undefined): CsvValue => value ?? null;

function tablesForPeople(release: Release, language: Language, style: CsvStyle): TableFile[] {
  const context = openContext(release, language);
  return [
    { path: `tables/teams.${language}.csv`, content: writeTeams(context, style) },
    { path: `tables/units.${language}.csv`, content: writeUnits(context, style) },
  ];
}

function writeTeams(context: Context, style: CsvStyle): string {
  const { texts } = context;
  const { columns } = texts;
  const teams = gatherFacts(context).assessed?.teams ?? [];
  const header = [
    columns.team,
    columns.department,
    columns.label,
    columns.sure,
    columns.sureAsSuch,
    columns.estimate,
    columns.from,
    columns.to,
    columns.respondents,
    columns.invited,
  ];
  const rows = teams.map((team): CsvValue[] => [
    text(team.team),
    optional(team.department),
    text(texts.levels[team.level]),
    stepOf(team.probability),
    stepOf(team.probability_team_as_such),
    roundTo(team.estimate, 2),
    roundTo(team.low, 2),
    roundTo(team.high, 2),
    team.respondents,
    number(team.invited),
  ]);
  return writeCsv(header, rows, style);
}

/** In steps of 5 %, as a share: what the report says, no more. */
const stepOf = (probability: TeamRow["probability"]): number =>
  Math.min(95, Math.max(5, Math.round(probability * 20) * 5)) / 100;

const roundTo = (value: number, decimals: number): number => Number(value.toFixed(decimals));

function writeUnits(context: Context, style: CsvStyle): string {
  const { index, texts } = context;
  const { columns, table } = texts;
  const header = [
    columns.wave,
    columns.unit,
    columns.department,
    texts.charts.segments.group,
    columns.measure,
    columns.status,
    columns.value,
    columns.from,
    columns.to,
    columns.respondents,
    columns.invited,
    columns.promoters,
    columns.passives,
    columns.detractors,
  ];
  const rows = orderCells(index).map((cell): CsvValue[] => {
    const key = [
      text(cell.wave),
      text(nameOf(context, cell.unit)),
      optional(index.departmentOf(cell.unit)),
      optional(nameGroup(context, cell.segment)),
      text(titleCode(context, cell.measure)),
    ];
    if (cell.status === "withheld") return [...key, text(table.notShown), ...Array<null>(8).fill(null)];
    const moved = cell.bound ?? cell.parts_bound;
    const bound = moved === undefined ? table.shown : texts.bounds[moved]("").trim();
    return [
      ...key,
      text(bound),
      roundFigure(figureOf(cell)),
      roundFigure(cell.interval?.low),
      roundFigure(cell.interval?.high),
      cell.respondents,
      number(cell.invited),
      number(cell.promoters),
      number(cell.passives),
      number(cell.detractors),
    ];
  });
  return writeCsv(header, rows, style);
}

function nameOf(context: Context, unit: string): string {
  const known = context.index.unitOf(unit);
  return known === undefined ? unit : nameUnit(context, known);
}

/** "dienstverband: vast"; null for everyone in the unit. */
function nameGroup({ index, language }: Context, segment: Segment | null): string | null {
  if (segment === null) return null;
  const attribute = index.release.attributes.find((one) => one.attribute === segment.attribute);
  const value = attribute?.values.find((one) => one.value === segment.value);
  return `${attribute?.title[language] ?? segment.attribute}: ${value?.title[language] ?? segment.value}`;
}

/** For people: two decimals; cells.csv holds the figure as published. */
const roundFigure = (value: number | null | undefined): CsvValue =>
  value === null || value === undefined ? null : roundTo(value, 2);

function writeCells(index: ReleaseIndex): string {
  const header = [
    ...[
      "wave",
      "unit",
      "attribute",
      "value",
      "measure",
      "status",
      "respondents",
      "invited",
      "mean",
      "enps",
      "share",
      "bound",
    ],
    ...["interval_low", "interval_high", "promoters", "passives", "detractors", "parts_bound"],
  ];
  const rows = orderCells(index).map((cell): CsvValue[] => {
    const segment = [optional(cell.segment?.attribute), optional(cell.segment?.value)];
    const key = [text(cell.wave), text(cell.unit), ...segment, text(cell.measure), text(cell.status)];
    if (cell.status === "withheld") return [...key, ...Array<null>(header.length - key.length).fill(null)];
    return [
      ...key,
      cell.respondents,
      cell.invited,
      number(cell.mean),
      number(cell.enps),
      number(cell.share),
      optional(cell.bound),
      number(cell.interval?.low),
      number(cell.interval?.high),
      number(cell.promoters),
      number(cell.passives),
      number(cell.detractors),
      optional(cell.parts_bound),
    ];
  });
  return writeCsv(header, rows, machineCsv);
}

function writeAssessments(release: Release): string {
  const header = [
    ...["wave", "unit", "level", "measure", "probability", "probability_team_as_such"],
    ...["estimate", "interval_low", "interval_high"],
  ];
  const rows = release.assessments.flatMap((assessment) =>
    assessment.signals.map((signal): CsvValue[] => [
      text(assessment.wave),
      text(assessment.unit),
      text(assessment.level),
      text(signal.measure),
      signal.probability,
      signal.probability_team_as_such,
      signal.estimate,
      signal.interval.low,
      signal.interval.high,
    ]),
  );
  return writeCsv(header, rows, machineCsv);
}
