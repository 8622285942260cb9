/** Says in a few lines what a release found, without the name of any team. In: a release and a language; out: text. */
import type { Release } from "../schemas/release.ts";
import type { Language } from "../schemas/text.ts";
import { type Context, openContext } from "./context.ts";
import { type Facts, gatherFacts } from "./facts.ts";
import { formatDate } from "./formats.ts";
import { chooseKind, chooseMainMeasures, orderMeasures } from "./rows/choose-measures.ts";
import { listFigures, writeFigure } from "./rows/unit-rows.ts";
import { stateHeadline, stateLine, stateMissing } from "./sections/answer.tsx";

/** Markdown for a commit, a mail or a meeting; no team or department is named. */
export function summarise(release: Release, language: Language): string {
  const context = openContext(release, language);
  const facts = gatherFacts(context);
  const { texts } = context;
  const lines = [
    `# ${escapeMarkdown(texts.page.title(release.organisation))}`,
    stateWave(context, facts),
    `## ${stateHeadline(context, facts)}`,
    stateAssessment(context, facts),
    listLevels(context, facts),
    facts.assessed !== null && facts.assessed.counts.elevated > 0 ? texts.summary.details : "",
    [...stateMeasures(context), ...facts.response].map((sentence) => `- ${escapeMarkdown(sentence)}`).join("\n"),
    facts.hiddenTeams > 0 ? texts.answer.hidden(facts.hiddenTeams) : "",
    texts.answer.limits,
    texts.page.confidential(release.policy.k.mean),
  ];
  return `${lines.filter((line) => line !== "").join("\n\n")}\n`;
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

function stateWave(context: Context, facts: Facts): string {
  const { wave } = facts;
  if (wave === undefined) return "";
  const { language, texts } = context;
  const opened = formatDate(wave.opened_date, language);
  return escapeMarkdown(`${texts.page.wave(wave.wave, opened, formatDate(wave.closed_date, language))}.`);
}

function stateAssessment(context: Context, facts: Facts): string {
  const { assessed } = facts;
  const { answer } = context.texts;
  if (assessed === null) return facts.reason ?? "";
  const line = { line: assessed.line, measure: assessed.measure.title[context.language], side: assessed.side };
  const { elevated } = assessed.counts;
  return [
    assessed.model.claim === "members" ? answer.claimMembers(line) : answer.claimTeamAsSuch(line),
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
