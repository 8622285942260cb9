/** Writes the organisation's own figures per team: a block per file that holds some, and without any a commented example. */
import type { Inspection } from "../../schemas/inspection.ts";
import { findFormat, writeFormat } from "./write-format.ts";
import { ask, blank, indent, nest, quote, remark, write, type YamlLine } from "./yaml-lines.ts";

/** `files`: those with unit, period, value and headcount. */
export const writeOutcomes = (files: readonly Inspection[]): YamlLine[] => [
  remark(
    "The organisation's own figures per team, such as absence, put beside the newest wave. A CSV with unit, period,",
  ),
  remark("value and headcount, one row per team and period. They never say that one causes the other."),
  ...(files.length === 0 ? example : nest("outcomes:", files.flatMap(writeOutcome))),
];

const writeOutcome = (file: Inspection, index: number): YamlLine[] => [
  ...(index === 0 ? [] : [blank]),
  write(`outcome_${index + 1}:`),
  ...indent([
    ask('title: { nl: "", en: "" }', "what is it, such as Verzuim and Absence?"),
    ask('unit_of_value: { nl: "", en: "" }', "what does its value count, such as % of working time?"),
    ask("higher_is: worse", "is more worse, or better?"),
    write(`file: ${quote(file.file)}`),
    ...writeFormat(findFormat(file)),
    ...cost,
  ]),
];

const cost: readonly YamlLine[] = [
  remark(
    "What one unit of the value costs: unit_per_employee_year, or unit for a count such as leavers. A range with its source.",
  ),
  remark('cost: { per: unit_per_employee_year, low: 1, high: 2, source: "" }'),
];

const example: readonly YamlLine[] = [
  ...[
    "outcomes:",
    "  absence:",
    '    title: { nl: "Verzuim", en: "Absence" }',
    '    unit_of_value: { nl: "% van de werktijd", en: "% of working time" }',
    "    higher_is: worse",
    "    file: absence.csv",
  ].map(remark),
];
