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
};
