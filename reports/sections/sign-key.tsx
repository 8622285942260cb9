/** Names the signs of a chart above it, in the order of the chart. In: which signs; out: JSX. */
import { type StandMark, standOrder, standSigns } from "../charts/stand-signs.ts";
import type { Context } from "../context.ts";
import { LevelSign, levelOrder } from "./show-level.tsx";

export function SignKey({ context, signs }: { context: Context; signs: "levels" | "stands" }) {
  const { texts } = context;
  return (
    <ul class="key">
      {signs === "levels"
        ? levelOrder.map((level) => (
            <li key={level}>
              <LevelSign level={level} /> <abbr title={texts.levelMeaning[level]}>{texts.levelsShort[level]}</abbr>
            </li>
          ))
        : standOrder.map((stand) => (
            <li key={stand}>
              <StandSign stand={stand} /> {texts.charts.stands[stand]}
            </li>
          ))}
    </ul>
  );
}

/** The sign as the chart draws it: `size` is an area in square pixels, as Vega has it. */
function StandSign({ stand }: { stand: StandMark }) {
  const { shape, fill, stroke, size } = standSigns[stand];
  const paint = { fill, stroke, "stroke-width": "1.4" };
  const half = Math.round(Math.sqrt(size) * 5) / 10;
  const diamond = `M8 ${8 - half}L${8 + half} 8L8 ${8 + half}L${8 - half} 8Z`;
  return (
    <svg class="sign" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {shape === "diamond" ? <path d={diamond} {...paint} /> : null}
      {shape === "circle" ? <circle cx="8" cy="8" r={half} {...paint} /> : null}
      {shape === "stroke" ? <path d={`M${8 - half} 8H${8 + half}`} {...paint} /> : null}
    </svg>
  );
}
