/** Shows the sign of a label, the same as in the chart: it reads in grey and without colour. */
import type { Level } from "../../schemas/release.ts";
import { levelSigns } from "../charts/level-signs.ts";
import { colours } from "../colours.ts";

export { levelOrder } from "../charts/level-signs.ts";

/** A small sign beside a word; hidden from screen readers, which read the word. */
export function LevelSign({ level }: { level: Level }) {
  const { shape, fill, stroke } = levelSigns[level];
  const paint = { fill: colours[fill], stroke: colours[stroke], "stroke-width": "1.6" };
  return (
    <svg class="sign" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {shape === "diamond" ? (
        <path d="M7 1 12.5 7 7 13 1.5 7Z" {...paint} />
      ) : (
        <circle cx="7" cy="7" r="4.2" {...paint} />
      )}
    </svg>
  );
}
