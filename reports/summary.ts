/** Says in a few lines what a release found, without the name of any team. In: a release and a language; out: text. */
import type { Release } from "../schemas/release.ts";
import type { Language } from "../schemas/text.ts";
import { type Context, openContext } from "./context.ts";
import { type Facts, gatherFacts } from "./facts.ts";
import { chooseKind, chooseMainMeasures, orderMeasures } from "./rows/choose-measures.ts";
import { listFigures, writeFigure } from "./rows/unit-rows.ts";
import { stateHeadline, stateIndicators, stateLine, stateMissing } from "./sections/answer.tsx";
import { stateWave } from "./sections/masthead.tsx";
import { levelOrder } from "./sections/show-level.tsx";

/** Markdown for a commit, a mail or a meeting; no team or department is named. */
export function summarise(release: Release, language: Language): string {
  const context = openContext(release, language);
  const facts = gatherFacts(context);
  const { texts } = context;
  const lines = [
    `# ${escapeMarkdown(texts.page.title(release.organisation))}`,
    escapeMarkdown(`${stateWave(context)}.`),
    `## ${stateHeadline(context, facts)}`,
    escapeMarkdown(stateAssessment(context, facts)),
    listLevels(context, facts),
    facts.assessed !== null && facts.assessed.counts.elevated > 0 ? texts.summary.details : "",
    [...stateMeasures(context), ...facts.response].map((sentence) => `- ${escapeMarkdown(sentence)}`).join("\n"),
    facts.hiddenTeams > 0 ? texts.answer.hidden(facts.hiddenTeams) : "",
    texts.answer.limits,
    texts.page.confidential(release.policy.k.mean),
  ];
  return `${lines.filter((line) => line !== "").join("\n\n")}\n`;
}

/** Plain text for a mail, lines of at most 76 letters; no team or department is named. */
export function summariseAsText(release: Release, language: Language): string {
  const context = openContext(release, language);
  const facts = gatherFacts(context);
  const { texts } = context;
  const counts = facts.assessed?.counts;
  const levels = levelOrder.map((level) => `- ${texts.levels[level]}: ${counts?.[level] ?? 0}`);
  const blocks = [
    texts.page.title(release.organisation),
    stateWave(context),
    `${stateHeadline(context, facts)}.`,
    stateAssessment(context, facts),
    counts === undefined ? "" : levels.join("\n"),
    facts.assessed !== null && facts.assessed.counts.elevated > 0 ? texts.summary.details : "",
    [...stateMeasures(context), ...facts.response].map((sentence) => `- ${sentence}`).join("\n"),
    facts.hiddenTeams > 0 ? texts.answer.hidden(facts.hiddenTeams) : "",
    texts.answer.limits,
    texts.page.confidential(release.policy.k.mean),
  ];
  const lines = blocks.filter((block) => block !== "").map((block) => block.split("\n").map(wrapLine).join("\n"));
  return `${lines.join("\n\n")}\n`;
}

/** Control characters in names from outside become spaces. */
function wrapLine(text: string): string {
  const lines = [""];
  for (const word of text.replace(/\p{Cc}+/gu, " ").split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + 1 + word.length > 76) lines.push(text.startsWith("- ") ? `  ${word}` : word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join("\n");
}

/** Plain text of one paragraph, for a terminal; no team or department is named. */
export function summariseInOneParagraph(release: Release, language: Language): string {
  const context = openContext(release, language);
  const facts = gatherFacts(context);
  const { answer } = context.texts;
  const { assessed } = facts;
  const sentences = [
    `${stateHeadline(context, facts)}.`,
    assessed === null ? (facts.reason ?? "") : "",
    assessed?.wrong ?? "",
    assessed === null ? "" : stateOthers(context, facts),
    facts.hiddenTeams > 0 ? answer.hidden(facts.hiddenTeams) : "",
    ...facts.response,
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function stateAssessment(context: Context, facts: Facts): string {
  const { assessed } = facts;
  const { answer } = context.texts;
  if (assessed === null) return facts.reason ?? "";
  const line = { line: assessed.line, measure: assessed.measure.title[context.language], side: assessed.side };
  const { elevated } = assessed.counts;
  return [
    assessed.model.claim === "members" ? answer.claimMembers(line) : answer.claimTeamAsSuch(line),
    stateIndicators(context, assessed),
    elevated > 0 ? answer.sure(elevated, assessed.lowest, assessed.highest) : "",
    assessed.wrong,
    stateLine(context, assessed),
    assessed.model.claim === "members" ? "" : stateMissing(context, assessed),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function stateOthers(context: Context, facts: Facts): string {
  const counts = facts.assessed?.counts;
  if (counts === undefined) return "";
  return context.texts.answer.others(counts.watch, counts.no_signal, counts.too_little_evidence);
}

function listLevels(context: Context, facts: Facts): string {
  const counts = facts.assessed?.counts;
  if (counts === undefined) return "";
  const { levels, columns } = context.texts;
  const rows = (["elevated", "watch", "too_little_evidence", "no_signal"] as const).map(
    (level) => `| ${levels[level]} | ${counts[level]} |`,
  );
  return [`| ${columns.label} | ${columns.teams} |`, "| --- | ---: |", ...rows].join("\n");
}

function stateMeasures(context: Context): string[] {
  const { index, language, texts } = context;
  const { organisation, newest } = index;
  if (organisation === undefined || newest === undefined) return [];
  return orderMeasures([...chooseKind(index, "enps"), ...chooseMainMeasures(index)]).flatMap((measure) =>
    listFigures(index, [organisation], newest.wave, measure.measure).map((row) =>
      texts.summary.measure(measure.title[language], writeFigure(row.value, row.bound, measure, language, texts)),
    ),
  );
}

/** Names come from outside: nothing in them may become a link, an image or a heading. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|!]/g, "\\$&").replace(/[\r\n]+/g, " ");
