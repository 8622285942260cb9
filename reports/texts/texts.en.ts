/** Every English text of the reports, equal in meaning to the Dutch. `{team}` is where the page writes a name. */
import { accessibilityEnglish } from "./accessibility.en.ts";
import { briefsEnglish } from "./briefs.en.ts";
import { chartsEnglish } from "./charts.en.ts";
import { dataQualityEnglish } from "./data-quality.en.ts";
import { boardEnglish, councilEnglish, managerEnglish, readersEnglish } from "./editions.en.ts";
import { glossaryEnglish } from "./glossary.en.ts";
import { signalsEnglish } from "./signals.en.ts";
import type { Texts } from "./texts.nl.ts";

type LineFacts = Readonly<{ line: string; measure: string; side: "worse" | "better" }>;

const choose = (count: number, one: string, many: string): string => (count === 1 ? one : many);
const beyond = (side: LineFacts["side"]): string => (side === "worse" ? "above" : "below");
const answered = (respondents: number, invited: number | null): string =>
  invited === null
    ? `${respondents} ${choose(respondents, "respondent", "respondents")}`
    : `${respondents} of ${invited} answered`;

export const english: Texts = {
  and: "and",
  page: {
    title: (organisation) => `Team scan ${organisation}`,
    eyebrow: "Team scan",
    wave: (wave, opened, closed) => `Wave ${wave}, from ${opened} to ${closed}`,
    skip: "To the outcome",
    contents: "Contents",
    confidentialShort: "Confidential",
    onPaper: "The tables below the figures are not on paper. Open the report on a screen to see them.",
    sheet: { before: "page ", between: " of " },
    confidential: (k) => `Confidential: every figure is about at least ${k} answers.`,
  },
  /** Whom each edition is for. */
  readers: readersEnglish,
  manager: managerEnglish,
  board: boardEnglish,
  briefs: briefsEnglish,
  council: councilEnglish,
  levels: {
    elevated: "elevated signal",
    watch: "watch",
    no_signal: "no signal found",
    too_little_evidence: "the answers do not settle it",
  },
  levelsShort: {
    elevated: "elevated signal",
    watch: "watch",
    no_signal: "no signal found",
    too_little_evidence: "not settled",
  },
  levelMeaning: {
    elevated:
      "The team lies beyond the line with enough certainty. The list is chosen so that at most 1 in 10 of the teams named is expected to be there wrongly.",
    watch:
      "The team more likely than not lies beyond the line, but that is not certain. Talk, and look again at the next wave.",
    no_signal:
      "The team probably does not lie beyond the line. Of the teams with this label at most 1 in 20 is expected to lie beyond it after all. That does not mean that nothing is the matter.",
    too_little_evidence:
      "The team may lie beyond the line or not: the answers do not settle which. This is not good news and not bad news.",
  },
  areas: {
    demands: "Demands",
    resources: "Resources",
    well_being: "Well-being",
    outcomes: "Outcomes",
    none: "Other scales",
  },
  answer: {
    headline: (elevated, teams) =>
      elevated === 0
        ? `We find an elevated signal in none of the ${teams} teams`
        : `${elevated} of the ${teams} teams ${choose(elevated, "has", "have")} an elevated signal`,
    notAssessedHeadline: "In this wave we assess no teams",
    nothingHeadline: "In this wave we can show no team",
    teams: (elevated) => `${choose(elevated, "This is the team", "These are the teams")}: `,
    more: (count) => ` and ${count} ${choose(count, "other team", "other teams")}`,
    claimMembers: (facts) =>
      `An elevated signal means: the people who work in the team now score on average ${beyond(facts.side)} the line of ${facts.line} on the scale ${facts.measure}.`,
    claimTeamAsSuch: (facts) =>
      `An elevated signal means: the team as such is ${beyond(facts.side)} the line of ${facts.line} on the scale ${facts.measure}, whoever works in it. It says nothing about the people who are in it now.`,
    indicators: (scales) =>
      `A team also gets an elevated signal when it lies beyond the line on at least two other scales of these: ${scales}.`,
    lineOwn: (mean) =>
      `The line is the limit every team is compared with. It lies on the unfavourable side of the mean of all teams (${mean}).`,
    lineAbsolute: "The line is the limit every team is compared with. It comes from a comparison group.",
    lineBand:
      "The line is the limit every team is compared with. It was published as a cut-off for one person. We use it for the mean of a team.",
    lineFixed: {
      before_opening: (date) => `It was set on ${date}, before the questionnaire opened.`,
      while_open: (date) => `It was set on ${date}, while the questionnaire was open.`,
      after_closing: (date) => `It was set on ${date}, after the questionnaire had closed.`,
      with_first_release: () => "It was set when this scan was first made: the answers were already in.",
    },
    lineUnverified: "Note: this figure was not checked against a source.",
    sure: (elevated, lowest, highest) =>
      lowest === highest
        ? `For ${choose(elevated, "this team", "each of these teams")} that is ${lowest} sure.`
        : `How sure that is differs by team: from ${lowest} to ${highest}.`,
    wrong: (elevated, wrong) =>
      elevated === 1
        ? `The chance that this team is there wrongly is ${wrong}.`
        : `Of these ${elevated} teams we expect about ${wrong} to be there wrongly.`,
    wrongFew: (elevated, wrong) =>
      `We expect fewer than one of these ${elevated} teams to be there wrongly (on average ${wrong}).`,
    others: (watch, noSignal, unsettled) =>
      `${watch} ${choose(watch, "team is", "teams are")} one to watch. In ${noSignal} ${choose(noSignal, "team", "teams")} no signal was found. For ${unsettled} ${choose(unsettled, "team", "teams")} the answers do not settle it: this is not good news and not bad news.`,
    hidden: (teams) => `${teams} ${choose(teams, "team is", "teams are")} not shown, to keep the answers confidential.`,
    response: (title, share, respondents, invited) => `${title}: ${share} (${respondents} of the ${invited} invited).`,
    respondents: (title, respondents) => `${title}: ${respondents} respondents.`,
    responseUnknown: "How many people were invited is not known. The response rate can therefore not be computed.",
    limits:
      "This report is about groups. It says nothing about any one person, makes no diagnosis, does not say what exactly is going on and is no judgement of managers.",
    figures: "The teams in four groups",
    whoAnswered: "Who answered",
    whatIsHidden: "What is not shown",
    whatItIsNot: "What this report does not say",
    teamCount: (count) => choose(count, "team", "teams"),
  },
  notAssessed: {
    measure_not_in_wave:
      "The line belongs to a question that was not asked in this wave. What is needed: a wave with those questions, or a line for questions that were asked.",
    variance_not_released:
      "The spread between people within teams may not be shown, because too few teams have enough answers. What is needed: more teams that can be shown, or a higher response rate.",
    fewer_than_ten_teams_and_no_absolute_line:
      "There are fewer than ten teams to compare with. What is needed: a fixed line from outside, with its source, or an organisation with more teams.",
    fewer_than_two_teams: "Fewer than two teams can be shown. What is needed: more answers per team, or larger groups.",
    no_model: "No assessment was made for this wave. What is needed: a line fixed before the wave.",
    teams: (count) => `Number of teams that could be shown: ${count}.`,
    meaning: "So no team can get a signal. This is not good news and not bad news.",
  },
  teams: {
    title: "Teams",
    chartTitle: (elevated, side, line) =>
      elevated === 0
        ? `No team is ${beyond(side)} the line of ${line} with enough certainty`
        : `${elevated} ${choose(elevated, "team is", "teams are")} ${beyond(side)} the line of ${line} with enough certainty`,
    description: (teams, measure) =>
      `One sign per team with the range the team lies in with 8 in 10 certainty, on the scale ${measure}. ${teams} teams, the most certain on top. The vertical stroke is the line.`,
    reading: (side) =>
      `The diamond or dot is our estimate for the team. The stroke around it is the range the team lies in with a chance of 8 in 10. Behind a name is how sure it is that the team lies ${beyond(side)} the line.`,
    shrinkage:
      "Why not simply the average? The average of a small team swings by chance. We move each estimate towards the mean of all teams, further the fewer answers there are. That is why a small team with a striking average may have no signal and a large team with a less striking average may have one.",
    top: (shown, all) =>
      `The chart shows the ${shown} teams with the highest certainty, of ${all} teams. All teams are in the tables that come with this report.`,
    flagged: "The teams with an elevated signal",
    next: "An elevated signal is a reason to talk with the team. Ask about the work first: what costs energy, and what gives energy? Never ask who gave which answer.",
    noneFlagged: "There is no team with an elevated signal.",
    watched: "The teams to watch",
    labels: "What the four labels mean",
    members: (facts) =>
      `The ${facts.invited} people in {team} score on average ${beyond(facts.side)} the line of ${facts.line} on the scale ${facts.measure}. That is ${facts.sure} sure (${answered(facts.respondents, facts.invited)}).`,
    teamAsSuch: (facts) =>
      `{team} as a team is ${beyond(facts.side)} the line of ${facts.line} on the scale ${facts.measure}, whoever works in it. That is ${facts.sure} sure (${answered(facts.respondents, facts.invited)}).`,
    watch: (facts) =>
      `{team} is more likely than not ${beyond(facts.side)} the line (${facts.sure}; ${answered(facts.respondents, facts.invited)}). It is not certain. Talk, and look again at the next wave.`,
    throughOthers: (scales, measure, sure) =>
      `{team} lies on the unfavourable side of the line with enough certainty on other scales: ${scales}. On the scale ${measure} that is ${sure} sure.`,
    watchThroughOther: (scales, measure, sure) =>
      `{team} lies on the unfavourable side of the line with enough certainty on one other scale: ${scales}. That is too little for an elevated signal. On the scale ${measure} that is ${sure} sure. Talk, and look again at the next wave.`,
    work: "It is likely to be the work or the team, not who happens to be in it.",
    workUnknown: "Whether it is the work or who happens to be in the team cannot be told yet.",
    moreSentences: (count) => `${count} more ${choose(count, "team", "teams")}`,
    sentencesCut: (shown, count) =>
      `These are the first ${shown} of ${count} teams; the rest is in the tables that come with this report.`,
    all: (count) => `All ${count} teams shown, in a table`,
    spread: (elevated, departments) =>
      departments === 1
        ? `The ${elevated} teams with an elevated signal belong to one department`
        : elevated === departments
          ? `The ${elevated} teams with an elevated signal come from ${departments} different departments`
          : `The ${elevated} teams with an elevated signal come from ${departments} departments`,
    subtitle: (measure) => `Estimate per team on the scale ${measure}.`,
    count: (teams) => `${teams} ${choose(teams, "team", "teams")}`,
    line: (line) => `line ${line}`,
    mean: (mean) => `mean of teams ${mean}`,
  },
  columns: {
    team: "Team",
    department: "Department",
    unit: "Unit",
    label: "Label",
    sure: "Certainty",
    sureAsSuch: "Certainty team as such",
    estimate: "Estimate",
    from: "From",
    to: "To",
    answers: "Answers",
    respondents: "Respondents",
    invited: "Invited",
    value: "Result",
    wave: "Wave",
    measure: "Scale",
    promoters: "Promoters",
    passives: "Passives",
    detractors: "Detractors",
    found: "Found",
    action: "Done",
    count: "Count",
    teams: "Teams",
    file: "File",
    records: "Records",
    loaded: "Read",
    rejected: "Rejected",
    excluded: "Excluded",
    status: "Status",
  },
  table: {
    open: "All numbers of this chart",
    openFirst: (shown, all) =>
      shown < all ? `The first ${shown} of ${all} teams in numbers` : "All numbers of this chart",
    ofInvited: (respondents, invited) => (invited === null ? respondents : `${respondents} of ${invited}`),
    notShown: "not shown",
    shown: "shown",
    unknown: "unknown",
  },
  bounds: {
    at_least: (value) => `${value} or higher`,
    at_most: (value) => `${value} or lower`,
    about: (value) => `about ${value}`,
  },
  enps: {
    title: "eNPS",
    chartTitle: (value) => `The eNPS of the organisation is ${value}`,
    chartTitleSure: (value, low, high) =>
      `The eNPS of the organisation is ${value}, with 95% certainty between ${low} and ${high}`,
    change: (before) => `In the previous wave it was ${before}.`,
    description: (units) =>
      `eNPS of the organisation and its departments, ${units} rows. The dot is this wave, the open circle the previous one. The stroke is the range the result lies in with 95 percent certainty.`,
    reading:
      "The stroke shows how far chance can move the result (95% certainty). Where two strokes overlap widely there is no difference to talk about.",
    distributionFinding: (promoters, detractors) => `There are ${promoters} promoters and ${detractors} detractors`,
    distributionTitle: "How the answers are spread",
    distributionDescription:
      "Per unit the number of promoters, passives and detractors, as parts of a bar of the same length everywhere.",
    distributionNote: (k) => `The distribution is given only for units with at least ${k} answers.`,
    partsMoved: "Here and there the counts were moved a little to keep answers confidential; read them as about.",
  },
  waves: {
    title: "Organisation and departments",
    titleOrganisation: "Organisation",
    reading:
      "The stroke shows how far chance can move the result (95% certainty). The dotted line is the whole organisation. The axis shows the part of the scale where the results lie.",
    open: "The open circle is the previous wave.",
    description: (measure, waves) =>
      `${measure} of the organisation and each department, ${waves} ${choose(waves, "wave", "waves")}. The stroke is the range of 95 percent certainty.`,
    oneWave: "There is one wave. A development shows only after a second one.",
    higherWorse: (minimum, maximum) => `Higher is less favourable, on a scale from ${minimum} to\u00a0${maximum}.`,
    higherBetter: (minimum, maximum) => `Higher is more favourable, on a scale from ${minimum} to\u00a0${maximum}.`,
    now: "this wave",
    before: "previous wave",
  },
  dimensions: {
    title: "Scales side by side",
    chartTitle: (instrument, clear) =>
      clear === 0
        ? `${instrument}: no department is clearly less favourable than the organisation on any scale`
        : `${instrument}: ${clear} ${choose(clear, "department is", "departments are")} clearly less favourable than the organisation on one scale or more`,
    description: (instrument, scales) =>
      `${instrument} by department: ${scales}. One dot per department with the range of 95 percent certainty.`,
  },
  participation: {
    title: "Response rate",
    measure: (questionnaire) => `Response rate (${questionnaire})`,
    chartTitle: (title, share) => `${title}: ${share}`,
    description: (title) => `${title}: per unit the part of the invited people who answered.`,
    reading:
      "People who did not answer may think differently from those who did. The lower the response rate, the more careful the reading. Everyone who handed in the questionnaire counts in the response rate, even when a question was left blank. The number of respondents of a figure can therefore be a little lower.",
    unknown: "How many people were invited is not known. That is why there is no response rate here.",
  },
  hidden: {
    title: "What is not shown",
    why: (k) =>
      `A group is not shown when there are fewer than ${k} answers, or when all figures together would tell something about fewer than ${k} people. That is why even a large department can be missing: its figure would give away that of a small team in it. All groups that are not shown look the same. Which group is missing for which reason is written nowhere.`,
    beyondFigure: (shown, all) =>
      `The chart holds the first ${shown} of ${all} units; the table under it holds them all.`,
    inFigure: (count) => `${count} ${choose(count, "unit is", "units are")} not shown here.`,
    none: "In this wave all units are shown.",
    levels: {
      organisation: "Organisation shown",
      department: "Departments shown",
      team: "Teams shown",
      rest: "Teams shown together",
    },
    ofAll: (shown, all) => `${shown} of ${all}`,
    caption: "Units shown per scale, in this wave",
    versions:
      "A second version of the same wave, with other rules, another division into teams or a late answer, can give away what is hidden here. That is why every new version is tested together with everything published before. If together they give something away, it is not made. Nor should anyone make figures of their own from the same answers beside this report.",
    pooled: "Colleagues who put their own answers together know more than this report shows.",
    meaning: "Not shown does not mean that something is wrong, nor that nothing is the matter.",
  },
  policy: {
    title: "The rules that protect people",
    mean: (k) => `A mean, an eNPS or a response rate is shown from ${k} answers.`,
    detail: (k) => `The distribution over promoters, passives and detractors is shown from ${k} answers.`,
    crossed: (k) => `A group within a unit, such as an age group in a team, is shown from ${k} answers.`,
    insiders: (people) =>
      `These numbers also hold when ${people} ${choose(people, "colleague makes their own answers known", "colleagues put their own answers together")}.`,
    rollUp: "Small teams of one department are shown together as the rest of that department.",
    band: (low, high, below) =>
      `With fewer than ${below} answers an eNPS of ${high} or higher, or ${low} or lower, is never given exactly: it then only says “${high} or higher” or “${low} or lower”.`,
    open: (share) =>
      `Combining all figures never brings anyone close to the answer of one person: for every answer at least ${share} of the answer scale stays possible.`,
    statistics: (teams, degrees) =>
      `Statistics of the whole organisation are shown from ${teams} teams shown and ${degrees} degrees of freedom (respondents minus teams).`,
  },
  accessibility: accessibilityEnglish,
  charts: chartsEnglish,
  signals: signalsEnglish,
  data: dataQualityEnglish,
  method: {
    measurement: "Quality of the measurement",
    title: "Method and provenance",
    model: "How a team is assessed",
    modelText:
      "A statistical model estimates where each team lies. Teams with few answers are pulled more strongly towards the mean of all teams. The estimate and its uncertainty give the chance that the team lies beyond the line.",
    claimMembers: "The claim is about the people who work in the team now: those who answered and those who did not.",
    claimTeamAsSuch: "The claim is about the team as such, and not about the people who work in it now.",
    missing: { invited: "the number of people invited", reliability: "the reliability of the scale" },
    missingText: (parts) => `For a claim about those people this is missing: ${parts}.`,
    ownLine: (line, delta) =>
      `The line is the mean of all teams, moved to the unfavourable side by ${delta} times the spread (standard deviation) between people within a team: ${line}.`,
    absoluteLine: (line, delta, group) =>
      `The line is fixed: the mean of a comparison group${group}, moved to the unfavourable side by ${delta} times the spread (standard deviation) in that group: ${line}.`,
    bandLine: (line, group) =>
      `The line is fixed: ${line}. It is a cut-off that was published for persons${group}. Here it is the line for the mean of a team, and for that the cut-off was not tested. In a team without a signal too there may be people beyond this cut-off.`,
    verified: {
      primary: "We read this figure in the source itself.",
      secondary: "We read this figure in another text that quotes the source, not in the source itself.",
      computed: "We computed this figure ourselves.",
      unverified: "This figure was not checked against a source. The analyst chose to use it all the same.",
    },
    lineKept: (fingerprint) =>
      `That is in the ledger of publications, under fingerprint ${fingerprint}. Who noted it down at the time can see that the line was not replaced.`,
    lineNotKept: "So it can't be checked whether the outcome played a part in choosing the line.",
    otherLines: (waves) =>
      `For wave ${waves} another line was set. To make waves comparable, all of them have the same line here.`,
    lineSource: (source) => `Source of the line: ${source}`,
    modelFigures: (teams, mean, spread) =>
      `The model was made with ${teams} teams. Estimated mean of the teams: ${mean}. Estimated spread between teams: ${spread}.`,
    reliability: (value) => `Reliability of the scale used, between people in the same team: ${value}.`,
    statistics: (wave) => `Statistics of the organisation, wave ${wave}`,
    answeredAll: "Respondents who answered every item of the scale",
    belowZero: "An ICC(1) below zero comes about by chance and means that no difference between teams was measured.",
    statisticNames: {
      pooled_within_variance: "Variance between people within teams",
      icc1_mean_group_size: "ICC(1), part of the differences that lies between teams",
      reliability: "Reliability (Cronbach's alpha)",
    },
    given: (source) => `given: ${source}`,
    instruments: "Questionnaires",
    unverified: "Not checked against a source:",
    version: (version) => `version ${version}`,
    provenance: "Provenance",
    noFingerprint:
      "No fingerprint of the files is shown: that of a small file is enough to guess the answers, and numbers that are not shown.",
    tool: (tool) => `Made with ${tool}.`,
    config: (hash) => `Fingerprint of the settings: ${hash}`,
    policyHash: (hash) => `Fingerprint of the rules: ${hash}`,
  },
  glossary: glossaryEnglish,
  summary: {
    measure: (title, value) => `${title}: ${value}.`,
    details: "Which teams these are is written only in the report.",
  },
};
