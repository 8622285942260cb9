/** Writes the waves of scan.yaml. In: questionnaires with their files, and rosters. Out: one block per wave, in order of file names. */
import type { Inspection } from "../../schemas/inspection.ts";
import { findAttributesFile, type Questionnaire } from "./propose-questionnaires.ts";
import { findFormat, findOwnFormat, findSharedFormat, writeFile } from "./write-format.ts";
import { ask, indent, listSome, nest, quoteShort, remark, write, type YamlLine } from "./yaml-lines.ts";

/** As many waves as the questionnaire with the most files has; at least one. */
export function writeWaves(questionnaires: readonly Questionnaire[], rosters: readonly Inspection[]): YamlLine[] {
  const count = Math.max(1, ...questionnaires.map(({ group }) => group.files.length));
  const waves = Array.from({ length: count }, (_, index) => writeWave(index, count, questionnaires, rosters));
  return [
    remark("Oldest first. The roster holds the units at the closing date: unit, name, parent, invited."),
    write("waves:"),
    ...indent(waves.flat()),
  ];
}

function writeWave(
  index: number,
  count: number,
  questionnaires: readonly Questionnaire[],
  rosters: readonly Inspection[],
): YamlLine[] {
  const order = count > 1 ? "; files are in the order of their names: do these belong together?" : "";
  const exports = questionnaires.flatMap((one) => writeExport(one, index, count));
  return [
    ask('- wave: ""', `a name for this wave, such as 2026-autumn${order}`),
    ...indent([
      ask('opened_date: "YYYY-MM-DD"', "the first day of answering"),
      ask('closed_date: "YYYY-MM-DD"', "the last day of answering"),
      ...writeRoster(index, count, rosters),
      ...nest("exports:", exports),
    ]),
  ];
}

/** One roster serves all waves; as many rosters as waves are taken in order; else which is whose is a question. */
function writeRoster(index: number, count: number, rosters: readonly Inspection[]): YamlLine[] {
  const roster = rosters.length === 1 ? rosters[0] : rosters[index];
  if (roster === undefined) return [ask('roster: ""', `the roster of this wave${nameChoices(rosters)}`)];
  const lines = writeFile("roster", roster, findFormat(roster));
  return rosters.length === 1 || rosters.length === count
    ? lines
    : doubt(lines, `is this the roster of this wave${nameChoices(rosters)}`);
}

const nameChoices = (files: readonly Inspection[]) =>
  files.length === 0 ? "" : `: ${listSome(files.map(({ file }) => quoteShort(file)))}?`;

const doubt = ([first, ...rest]: readonly YamlLine[], question: string): YamlLine[] =>
  first === undefined ? [] : [ask(first.text, question), ...rest];

function writeExport(questionnaire: Questionnaire, index: number, count: number): YamlLine[] {
  const { code, group, attributes } = questionnaire;
  const file = group.files[index];
  if (group.files.length === 0) return [ask(`${code}: ""`, "the export of this questionnaire")];
  if (file === undefined) return [];
  const shared = findSharedFormat(group.files);
  const beside = findAttributesFile(questionnaire, index);
  const below = beside === null ? [] : writeFile("attributes", beside, findFormat(beside));
  const sure = attributes === null || [1, group.files.length].includes(attributes.group.files.length);
  const lines = writeFile(
    code,
    file,
    findOwnFormat(file, shared),
    sure ? below : doubt(below, "are these the attributes of this file?"),
  );
  return group.files.length === count ? lines : doubt(lines, "of which wave is this file?");
}
