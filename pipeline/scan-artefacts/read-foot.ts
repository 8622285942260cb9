/** Reads what a style prints at the foot of every sheet. In: a style; out: the style without it, and the text. */

const foot = /(@bottom-left\{content:")((?:[a-zA-Z0-9 ]|\\[0-9a-f]{1,6} )*)(")/;

/** Letters outside a-z, A-Z, 0-9 and space are written as codes. Empty for a style without a foot. */
export function readFoot(style: string): { style: string; foot: string } {
  const written = foot.exec(style)?.[2] ?? "";
  return {
    style: style.replace(foot, "$1$3"),
    foot: written.replace(/\\([0-9a-f]{1,6}) /g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  };
}
