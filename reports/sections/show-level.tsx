/** Shows the sign of a label, the same as in the chart: it reads in grey and without colour. */
import type { Level } from "../../schemas/release.ts";
import { colours } from "../theme.ts";

const quiet = "#8a929b";
const signs: Record<Level, { diamond: boolean; fill: string; stroke: string }> = {
  elevated: { diamond: true, fill: colours.accent, stroke: colours.accent },
  watch: { diamond: true, fill: colours.paper, stroke: colours.accent },
  too_little_evidence: { diamond: false, fill: colours.paper, stroke: quiet },
  no_signal: { diamond: false, fill: quiet, stroke: quiet },
};

/** A small sign beside a word; hidden from screen readers, which read the word. */
export function LevelSign({ level }: { level: Level }) {
  const { diamond, fill, stroke } = signs[level];
  return (
    <svg class="sign" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {diamond ? (
        <path d="M7 1 12 7 7 13 2 7Z" fill={fill} stroke={stroke} stroke-width="1.6" />
      ) : (
        <circle cx="7" cy="7" r="4.4" fill={fill} stroke={stroke} stroke-width="1.6" />
      )}
    </svg>
  );
}

/** Labels from most to least urgent. */
export const levelOrder: readonly Level[] = ["elevated", "watch", "too_little_evidence", "no_signal"];
