/**
 * Makes a drawing smaller: what all marks of a group have in common, the group says once. In: SVG as Vega writes it; out: the same picture.
 */

/** A group of marks and nothing else: strokes, shapes, texts of one line. */
const group = /<g>((?:<(?:line|path)\b[^<>]*\/>|<text\b[^<>]*>[^<]*<\/text>){2,})<\/g>/g;
const tag = /<(?:line|path|text)\b[^<>]*>/g;

/** Attributes that marks inherit from their group; opacity is not one of them. */
const shared = [
  ...["fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray"],
  ...["font-size", "font-weight", "text-anchor"],
].map((name) => ({ name, pattern: new RegExp(` ${name}="([^"]*)"`) }));

/** Colours stay attributes with their own values, so that style rules still find them. */
export const shareAttributes = (svg: string): string =>
  svg.replace(group, (whole, marks: string) => {
    const tags = marks.match(tag) ?? [];
    const common = shared.flatMap(({ name, pattern }) => {
      const own = pattern.exec(tags[0] ?? "")?.[1];
      return own !== undefined && tags.every((one) => pattern.exec(one)?.[1] === own) ? [` ${name}="${own}"`] : [];
    });
    if (common.length === 0) return whole;
    return `<g${common.join("")}>${marks.replace(tag, (one) => common.reduce((rest, part) => rest.replace(part, ""), one))}</g>`;
  });
