/** Style rules for colours: variables for the page, and for charts the rules that put dark or forced colours in place of the light ones. */
import { type Colour, colours, darkColours, forcedColours } from "../colours.ts";

const names = Object.keys(colours) as Colour[];

const variables = (values: Readonly<Record<Colour, string>>): string =>
  names.map((name) => `--${name}:${values[name]}`).join(";");

/** Charts carry their colours as attributes, so that they also show where styles are lost. */
const repaint = names
  .flatMap((name) => [
    `svg [fill="${colours[name]}"]{fill:var(--${name})}`,
    `svg [stroke="${colours[name]}"]{stroke:var(--${name})}`,
  ])
  .join("");

/** Light by default; dark on screens that ask for it; the system's own colours where it forces them. Print stays light. */
export const colourStyle = `
:root{color-scheme:light dark;${variables(colours)}}
@media screen and (prefers-color-scheme:dark){:root{${variables(darkColours)}}${repaint}}
@media screen and (forced-colors:active){:root{${variables(forcedColours)}}${repaint}}
`.trim();
