/**
 * Proposes a scan.yaml from what files look like. In: inspections of exports and rosters, the instruments that are known, and
 * the day. Out: commented YAML; what the analyst must decide is marked `# decide:`. An inspection holds no answer, so neither
 * does the proposal.
 */
import type { Inspection } from "../../schemas/inspection.ts";
import type { Instrument } from "../../schemas/instrument.ts";
import { proposeQuestionnaires, type Questionnaire } from "./propose-questionnaires.ts";
import { sortFiles } from "./sort-files.ts";
import { writeOutcomes } from "./write-outcomes.ts";
import { writeQuestionnaire } from "./write-questionnaire.ts";
import { writeRules } from "./write-rules.ts";
import { writeWaves } from "./write-waves.ts";
import { ask, blank, countQuestions, indent, joinLines, remark, write, type YamlLine } from "./yaml-lines.ts";

/**
 * `today`: ISO 8601. `decisions`: how many lines are marked. What is not known is left empty or as YYYY-MM-DD, which no
 * schema takes for a value; without files that is everything.
 */
export function proposeScan(
  input: Readonly<{ files: readonly Inspection[]; instruments: readonly Instrument[]; today: string }>,
): { yaml: string; decisions: number } {
  const { rosters, outcomes, groups } = sortFiles(input.files);
  const questionnaires = proposeQuestionnaires(groups, input.instruments);
  const found = questionnaires.flatMap(({ matches }) => matches.map(({ instrument }) => instrument));
  const lines = [
    ...writeGeneral(),
    blank,
    ...writeQuestionnaires(questionnaires, input.instruments),
    ...writeWaves(questionnaires, rosters),
    blank,
    ...writeRules(input.instruments.filter((one) => found.includes(one))),
    blank,
    ...writeOutcomes(outcomes),
  ];
  const decisions = countQuestions(lines);
  return { yaml: joinLines([...writeHead(input.today, input.files.length, decisions), blank, ...lines]), decisions };
}

const writeHead = (today: string, files: number, decisions: number): YamlLine[] => [
  remark(`Proposed by \`vitascan init\` on ${today} from ${files} file${files === 1 ? "" : "s"}. It holds no answers.`),
  remark(`${decisions} lines are marked "# decide:": fill in or check each of them, then take the mark away.`),
  remark("Paths are relative to this file. When it is done: vitascan check scan.yaml"),
];

const writeGeneral = (): YamlLine[] => [
  ask('organisation: ""', "the organisation's name, as in the report"),
  write("language: nl", "of the report: nl or en"),
  blank,
  remark("Files of instruments that do not ship with vitascan."),
  write("instruments: []"),
];

const writeQuestionnaires = (
  questionnaires: readonly Questionnaire[],
  instruments: readonly Instrument[],
): YamlLine[] => [
  write("questionnaires:"),
  ...questionnaires.flatMap((one, index) => [
    ...indent(writeQuestionnaire(one, instruments, questionnaires.slice(0, index))),
    blank,
  ]),
];
