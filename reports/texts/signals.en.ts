/** The English texts on what lies behind the signals: how sure they are, what goes with them, what came before. */
import type { SignalsTexts } from "./signals.nl.ts";

export const signalsEnglish: SignalsTexts = {
  calibration: {
    title: "How sure are these signals?",
    falseFlags: (scans) =>
      `Of 100 scans without any difference between teams, ${scans} would still give a team an elevated signal.`,
    hundredths: (scans) => (scans < 1 ? "fewer than 1" : `about ${scans}`),
    right: (share) => `Of the teams with an elevated signal, ${share} truly lie beyond the line.`,
    found: (flagged, watched) =>
      `Of the teams that truly lie beyond the line, ${flagged} get an elevated signal. Together with the teams to watch it is ${watched}.`,
    quiet: "So a team without an elevated signal can still lie beyond the line.",
    tenths: (teams) => (teams < 1 ? "fewer than 1 in 10" : teams >= 10 ? "more than 9 in 10" : `about ${teams} in 10`),
    how: (scans) =>
      `How this was computed: we imitated ${scans} scans without differences between teams and ${scans} scans with differences as here, with teams of the same size, response, spread and reliability, and counted how often the labels were right.`,
  },
  evidence: {
    title: "How precise is this?",
    change: (moved, low, high) =>
      `Difference with the previous wave: ${moved}, with a probability of 8 in 10 between ${low} and ${high}.`,
    worse: "That is a change for the worse.",
    better: "That is a change for the better.",
    unclear: "That does not show a change.",
    detectable: (change) =>
      `With as many answers the next wave will mostly show a change only when it is ${change} or more.`,
    tipping: (spreads) =>
      `The team only comes to the line when those who did not answer score, on average, ${spreads} times the spread (standard deviation) within teams more favourably than expected.`,
    ifWorse: (sure) =>
      `If those who did not answer score slightly less favourably than expected, it is ${sure} certain that the team lies beyond the line.`,
  },
};
