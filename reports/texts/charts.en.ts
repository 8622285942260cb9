/** English texts of the charts about teams, departments, scales and groups, equal in meaning to the Dutch. */
import type { ChartTexts } from "./charts.nl.ts";

const choose = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const chartsEnglish: ChartTexts = {
  stands: {
    worse_clear: "clearly less favourable",
    worse_leaning: "perhaps less favourable",
    near: "no difference to be seen",
    better_leaning: "perhaps more favourable",
    better_clear: "clearly more favourable",
    not_shown: "not shown",
  },
  heat: {
    chartTitle: (clear, cells) =>
      clear === 0
        ? "No team is clearly less favourable than the organisation on any scale"
        : `${clear} of the ${cells} results of teams are clearly less favourable than the organisation`,
    subtitle: "Every team beside the whole organisation, per scale. The larger the sign, the clearer the difference.",
    description: (teams, scales) =>
      `A grid of ${teams} teams and ${scales} scales. A filled diamond is clearly less favourable than the organisation, a filled disc clearly more favourable; open and smaller is perhaps.`,
    clear: "Clear means: the range of 95% certainty of the team lies wholly on one side of the organisation.",
    chance: (count) =>
      `Even if all teams were equal, chance would show a clearly unfavourable difference for about ${count} results. That is why the label of a team does not come from this chart.`,
    top: (shown, all) =>
      `The chart shows the first ${shown} of ${all} teams, the most certain signals on top. All teams are in the tables that come with this report.`,
    stand: "Against the organisation",
  },
  enpsTeams: {
    chartTitle: (clear, teams) =>
      clear === 0
        ? "No team has a clearly less favourable eNPS than the organisation"
        : `${clear} of ${teams} teams ${choose(clear, "has", "have")} a clearly less favourable eNPS than the organisation`,
    subtitle:
      "The eNPS of each team with the range of 95% certainty, and the distribution of detractors, passives and promoters. The dotted line is the organisation.",
    description: (teams) =>
      `eNPS of ${teams} teams with the range of 95 percent certainty, and a bar with the distribution of the answers where it is shown.`,
    small: (k) =>
      `The distribution is there only for teams with at least ${k} answers. An eNPS with fewer answers says little: its stroke is long.`,
    chance: (count, teams) =>
      `Even if all teams were equal, chance would show a clearly unfavourable difference for about ${count} of the ${teams}.`,
    top: (shown, all) =>
      `The figure shows ${shown} of ${all} teams, the clearest differences on top. All teams are in the tables with this report.`,
  },
  funnel: {
    chartTitle: (outside, teams) =>
      outside === 0
        ? "All teams lie within the range that chance can explain"
        : `${outside} of the ${teams} teams ${choose(outside, "lies", "lie")} outside the range that chance can explain`,
    subtitle: (measure) => `Mean of every team on the scale ${measure}, by number of respondents.`,
    description: (teams) =>
      `${teams} teams as dots: further right more respondents, higher up a higher mean. The band narrows to the right.`,
    reading:
      "The band holds 95% of teams if there is no difference between teams. With few respondents the band is wide: there a mean swings widely by chance. That is why a small team with a striking mean does not have a signal by itself.",
    top: (shown, all) => `The chart shows ${shown} of ${all} teams. The others lie nearer to the middle of the band.`,
    band: "chance",
    respondents: "number of respondents of the team",
    place: "Range of chance",
    inside: "inside",
    outside: "outside",
  },
  ownDepartment: {
    title: "Team and own department",
    chartTitle: (clear) =>
      clear === 0
        ? "No team clearly differs from its own department"
        : `${clear} ${choose(clear, "team clearly differs from its own department", "teams clearly differ from their own department")}`,
    subtitle: (measure) => `Mean of every team on the scale ${measure}. The thick stroke is the department.`,
    description: (teams, departments) =>
      `${departments} departments below each other, with ${teams} teams. Every dot is a team with its range of 95 percent certainty; the thick stroke is the department itself.`,
    reading:
      "A team is itself part of its department. Named are the teams whose range of 95% certainty lies wholly beside the department.",
    top: (shown, all) =>
      `The chart shows ${shown} of ${all} teams, first those that clearly differ from their department.`,
    ownFigure: "Department itself",
    stand: "Against the department",
  },
  scales: {
    balance: "Demands and resources",
    title: "All scales in a row",
    chartTitle: (favourable, scales) =>
      `On ${favourable} of the ${scales} scales the organisation is in the favourable half`,
    subtitle: "The whole organisation on every scale, from the lowest to the highest score that is possible.",
    description: (scales) =>
      `${scales} scales below each other. The dot is the organisation, small strokes are the departments. A triangle points to the favourable end.`,
    reading:
      "The dot is the organisation with its range of 95% certainty, every stroke a department. The triangle points to the favourable end of the scale. Scales have questions of their own: a place on one scale can't be compared with a place on another.",
    model:
      "Demands cost energy and resources give energy. Together they carry through to the well-being of people, and that to outcomes such as commitment and absence.",
    favourable: "lowest to highest score",
    lowest: "Lowest",
    highest: "Highest",
  },
  drivers: {
    chartTitle: (clear, names, outcome) =>
      clear === 0
        ? `No scale stands out above an equal part for ${outcome}`
        : `The ${choose(clear, "scale", "scales")} ${names} ${choose(clear, "goes", "go")} together most clearly with ${outcome}`,
    chartTitleMany: (clear, scales, outcome) => `${clear} of the ${scales} scales clearly go together with ${outcome}`,
    subtitle: (outcome) =>
      `Which part of the differences in the outcome, ${outcome}, between people in the same team goes together with each scale.`,
    description: (scales) =>
      `${scales} scales below each other, the largest part on top. The stroke is the range with a probability of 8 in 10. A filled dot stands out.`,
    reading:
      "The stroke is the range in which the part lies with a probability of 8 in 10, had other teams taken part. The dot is filled when that whole range lies above an equal part: every part would be that large if no scale said more than the others.",
    equalShare: (share) => `equal part ${share}`,
    weightHead: "part",
    directions: {
      higher: "higher score, higher outcome",
      lower: "higher score, lower outcome",
      neither: "no direction",
    },
    heaviest: (measure, heaviest, teams) =>
      teams === 1
        ? `The scale ${measure} weighs most in the team in this table`
        : `The scale ${measure} weighs most in ${heaviest} of the ${teams} teams in this table`,
  },
  outcomes: {
    chartTitles: {
      higher: (outcome, measure) => `${outcome}: higher in teams with a higher score on ${measure}`,
      lower: (outcome, measure) => `${outcome}: lower in teams with a higher score on ${measure}`,
      unclear: (outcome, measure) => `${outcome}: no clear link with ${measure}`,
    },
    subtitle: (outcome, measure, periods) =>
      `Every sign is a team: the score on ${measure} beside ${outcome}, averaged over ${periods}.`,
    periods: (first, last) => `${first} to ${last}`,
    description: (teams, measure, outcome) =>
      `${teams} teams as signs: further right a higher score on ${measure}, higher up a higher figure for ${outcome}. Two dotted lines lie at the middle team.`,
    correlation: (rho, low, high, teams) =>
      `Rank correlation over ${teams} teams: ${rho}, with 95% certainty between ${low} and ${high}.`,
    noCause: "That two things go together does not say that one causes the other.",
    top: (shown, all) =>
      `The chart shows ${shown} of ${all} teams, spread evenly from the lowest to the highest score.`,
    middleTeam: "The dotted lines lie at the middle team: half of the teams are higher, half are lower.",
    all: "All links in numbers",
    middle: (value) => `middle team ${value}`,
    mean: "mean of the team",
    directions: {
      left: (unit) => `${unit}; left is less favourable`,
      right: (unit) => `${unit}; right is less favourable`,
      top: (unit) => `${unit}; higher up is less favourable`,
      bottom: (unit) => `${unit}; lower down is less favourable`,
    },
  },
  change: {
    title: "Change since the previous wave",
    chartTitle: (measure, before, now) =>
      before === now
        ? `${measure}: the organisation stays at ${now}`
        : `${measure}: the organisation goes from ${before} to ${now}`,
    first: (measure, now) => `${measure}: the organisation is at ${now}`,
    care: "People may have left or come, and a difference may be chance.",
  },
  trend: {
    title: "Development",
    chartTitle: (measure, before, wave, now) =>
      `${measure}: from ${before} in ${wave} to ${now} now, in the whole organisation`,
    gap: "A wave without a figure is one in which the unit is not shown.",
  },
  segments: {
    title: "Groups in the organisation",
    intro: "A group is made of people who share something. Groups are shown and not assessed: a group gets no label.",
    introAssessed: "A group is made of people who share something. Which groups got a label is further down.",
    chartTitle: (measure, attribute, clear) =>
      clear === null
        ? `${measure} by ${attribute}`
        : clear === 0
          ? `${measure} by ${attribute}: no group is clearly less favourable than the organisation`
          : `${measure} by ${attribute}: ${clear} ${choose(clear, "group is", "groups are")} clearly less favourable than the organisation`,
    withheld: (count) => `${count} ${choose(count, "group is", "groups are")} not shown here.`,
    description: (measure, groups) =>
      `${measure} of the organisation and ${groups} groups, with the range of 95 percent certainty.`,
    selfDeclared: "People said themselves which group they belong to.",
    given: "The group comes from the personnel records.",
    group: "Group",
    tables: (attribute) => `All figures by ${attribute}, of departments and teams too`,
  },
  rollUps: {
    title: "Teams that are shown together",
    intro:
      "Small teams of one department stand here together, with the people who belong to the department directly. Such a rest is no team and gets no label. The number of respondents is in brackets.",
    name: (unit) => `Rest of ${unit}`,
  },
  cards: {
    title: "The teams with a signal",
    clearOn: (scales) => `Clearly less favourable than the organisation on: ${scales}.`,
    clearOnNone: "On no single scale is the difference with the organisation clear by itself.",
    before: (label) => `Previous wave: ${label}.`,
  },
  teamTable: {
    title: "All teams",
    search: "Find a team or department",
    filter: "Show",
    all: "all labels",
    found: (shown, all) => `${shown} of ${all} teams`,
    hint: "Choose a team to make it stand out in all charts. Choose it again to stop that.",
    cut: (shown, all) =>
      `The table shows the first ${shown} of ${all} teams. All teams are in tables/teams.en.csv that comes with this report.`,
  },
};
